package io.sallyport.gates.technical;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobInput;
import io.sallyport.aws.jobs.JobOutput;
import io.sallyport.aws.jobs.ProcessingJobDefinition;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.technical.EvaluationPlans;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Start the evaluation job</i> of {@code gate-1-technical-validation} (S09): our own image
 * measures; the program's image has only predicted, and its model has done its work.
 */
@Component
class StartEvaluationJob implements JavaDelegate {

  private static final String INPUT = "/opt/ml/processing/input/";
  private static final String OUTPUT = "/opt/ml/processing/output/evaluation";

  private final Steps steps;
  private final Models models;
  private final SageMakerModels sageMaker;
  private final TransformJobs transforms;
  private final ProcessingJobs jobs;
  private final OwnJobs own;
  private final Documents documents;
  private final StepJobs stepJobs;
  private final Ledger ledger;

  StartEvaluationJob(
      Steps steps,
      Models models,
      SageMakerModels sageMaker,
      TransformJobs transforms,
      ProcessingJobs jobs,
      OwnJobs own,
      Documents documents,
      StepJobs stepJobs,
      Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.sageMaker = sageMaker;
    this.transforms = transforms;
    this.jobs = jobs;
    this.own = own;
    this.documents = documents;
    this.stepJobs = stepJobs;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ModelVersion version = models.of(step.modelVersion());
    ResourceName transformJob = StepJobs.name(execution, Kind.TRANSFORM);
    stepJobs.startOurOwn(
        execution,
        step,
        Kind.EVALUATION,
        name -> jobs.startOrAdopt(name, definition(version, transformJob, name)));
    sageMaker.delete(new ResourceName(Step.text(execution, "evaluationModel")));
  }

  private ProcessingJobDefinition definition(
      ModelVersion version, ResourceName transformJob, ResourceName name) {
    String output = own.runPrefix(version, name.value()) + "evaluation";
    return own.definition(
        version,
        "evaluate",
        inputs(version, transformJob),
        List.of(new JobOutput("evaluation", OUTPUT, output)));
  }

  private List<JobInput> inputs(ModelVersion version, ResourceName transformJob) {
    JsonNode fixed = Lineage.of(ledger, version.id()).payload(Lineage.HELD_OUT_SET_FIXED);
    String predictions = transforms.read(transformJob).outputUri("predictions");
    String plan =
        documents
            .write(version.program(), "plan.json", EvaluationPlans.of(version.submission()))
            .uri();
    return List.of(
        new JobInput("holdout", fixed.path("holdout").path("uri").asText(), INPUT + "holdout"),
        new JobInput("train", fixed.path("train").path("uri").asText(), INPUT + "train"),
        new JobInput("predictions", predictions, INPUT + "predictions"),
        new JobInput("plan", plan, INPUT + "plan"));
  }
}
