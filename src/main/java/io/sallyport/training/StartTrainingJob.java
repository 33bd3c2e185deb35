package io.sallyport.training;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.Machine;
import io.sallyport.aws.jobs.Placement;
import io.sallyport.aws.jobs.TrainingChannel;
import io.sallyport.aws.jobs.TrainingJobDefinition;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.boundary.CategoricalColumns;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Start the training job</i> of {@code training-run} (S05). The program's image sees the
 * training part alone. The job's end arrives as a message, not here.
 */
@Component
class StartTrainingJob implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final TrainingJobs jobs;
  private final OwnJobs own;
  private final StepJobs stepJobs;
  private final Ledger ledger;

  StartTrainingJob(
      Steps steps,
      Models models,
      TrainingJobs jobs,
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
    ResourceName name = step.resource();
    jobs.startOrAdopt(name, definition(version, own.runPrefix(version, "training")));
    stepJobs.started(execution, step, Kind.TRAINING);
  }

  private TrainingJobDefinition definition(ModelVersion version, String output) {
    Submission submission = version.submission();
    Lineage lineage = Lineage.of(ledger, version.id());
    String train = lineage.payload(Lineage.HELD_OUT_SET_FIXED).path("train").path("uri").asText();
    return new TrainingJobDefinition(
        new ImageUri(submission.containers().training()),
        hyperparameters(submission),
        Map.of(),
        List.of(new TrainingChannel("train", train, "text/csv")),
        output,
        submission.encryption().key(),
        placement(version),
        Map.of("sallyport:model-version", version.id()));
  }

  /** All that the trainer is told: what was submitted, and what follows from the data's columns. */
  static Map<String, String> hyperparameters(Submission submission) {
    Map<String, String> all = new HashMap<>(submission.training().hyperparameters());
    all.put("label", submission.data().label());
    all.put("task", submission.task().name().toLowerCase(Locale.ROOT));
    CategoricalColumns.of(submission.data())
        .ifPresent(columns -> all.put(CategoricalColumns.HYPERPARAMETER, columns));
    return all;
  }

  private static Placement placement(ModelVersion version) {
    Submission.Training training = version.submission().training();
    return new Placement(
        version.submission().roles().training(),
        new Machine(
            training.instanceType(),
            training.instanceCount(),
            training.volumeGigabytes(),
            version.submission().encryption().key()),
        OwnJobs.vpc(version),
        Duration.ofSeconds(training.maximumRuntimeSeconds()));
  }
}
