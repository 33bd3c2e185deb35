package io.sallyport.gates.approval;

import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Approve in the SageMaker registry</i> of {@code gate-3-authorization} (S11): the approval
 * is carried into the registry with the digests of the record and of the evaluation.
 */
@Component
class ApproveInModelRegistry implements JavaDelegate {

  private final Steps steps;
  private final ModelRegistry registry;
  private final Ledger ledger;
  private final Clock clock;

  ApproveInModelRegistry(Steps steps, ModelRegistry registry, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    Lineage lineage = Lineage.of(ledger, step.modelVersion());
    String arn = lineage.text(Lineage.REGISTERED, "modelPackageArn");
    String record =
        lineage.newest(Lineage.GATE_3_PASSED).map(fact -> fact.sha256().hex()).orElseThrow();
    registry.approve(
        arn,
        "Authorized by the named authorities of Gate 3",
        new RegistryMetadata(
            Map.of(
                "sallyport:approval-record-sha256",
                record,
                "sallyport:evaluation-sha256",
                lineage.text(Lineage.GATE_1_PASSED, "evaluationSha256"))));
    ledger.append(
        step.fact("registry-approved", clock, Map.of("modelPackageArn", arn, "record", record)));
  }
}
