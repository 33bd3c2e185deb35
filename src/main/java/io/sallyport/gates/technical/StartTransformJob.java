package io.sallyport.gates.technical;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.TransformJobDefinition;
import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Predict the held-out rows</i> of {@code gate-1-technical-validation} (S09). */
@Component
class StartTransformJob implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final TransformJobs jobs;
  private final OwnJobs own;
  private final StepJobs stepJobs;
  private final Ledger ledger;

  StartTransformJob(
      Steps steps,
      Models models,
      TransformJobs jobs,
      OwnJobs own,
      StepJobs stepJobs,
      Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.own = own;
    this.stepJobs = stepJobs;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ModelVersion version = models.of(step.modelVersion());
    String model = Step.text(execution, "evaluationModel");
    stepJobs.startOurOwn(
        execution,
        step,
        Kind.TRANSFORM,
        name -> jobs.startOrAdopt(name, definition(version, model, name)));
  }

  private TransformJobDefinition definition(ModelVersion version, String model, ResourceName name) {
    JsonNode fixed = Lineage.of(ledger, version.id()).payload(Lineage.HELD_OUT_SET_FIXED);
    return new TransformJobDefinition(
        model,
        fixed.path("features").path("uri").asText(),
        own.runPrefix(version, name.value()) + "predictions",
        own.machine().volumeKey(),
        own.machine(),
        Map.of(),
        Map.of("sallyport:model-version", version.id()));
  }
}
