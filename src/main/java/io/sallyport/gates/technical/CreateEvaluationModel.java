package io.sallyport.gates.technical;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.Settings;
import io.sallyport.aws.serving.ModelDefinition;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Create the evaluation model</i> of {@code gate-1-technical-validation} (S09): the
 * artifact in its inference image, under the product's own role, so that only we see the hold-out.
 */
@Component
class CreateEvaluationModel implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final SageMakerModels sageMaker;
  private final Settings aws;
  private final Ledger ledger;

  CreateEvaluationModel(
      Steps steps, Models models, SageMakerModels sageMaker, Settings aws, Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.sageMaker = sageMaker;
    this.aws = aws;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ModelVersion version = models.of(step.modelVersion());
    ResourceName name = step.resource();
    sageMaker.createOrAdopt(
        name,
        new ModelDefinition(
            new ImageUri(version.submission().containers().inference()),
            Lineage.of(ledger, version.id()).text(Lineage.TRAINED, "artifactUri"),
            Map.of(),
            aws.roles().jobs(),
            OwnJobs.vpc(version),
            Map.of("sallyport:model-version", version.id())));
    execution.setVariable("evaluationModel", name.value());
  }
}
