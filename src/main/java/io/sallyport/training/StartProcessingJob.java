package io.sallyport.training;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobInput;
import io.sallyport.aws.jobs.JobOutput;
import io.sallyport.aws.jobs.ProcessingJobDefinition;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Start the processing job</i> of {@code training-run} (S05): validates and splits the
 * data, in our own image under our own role.
 */
@Component
class StartProcessingJob implements JavaDelegate {

  private static final String ROOT = "/opt/ml/processing/";

  /** The split is a hash; nothing is drawn. */
  private static final long SEED = 1;

  private final Steps steps;
  private final Models models;
  private final Documents documents;
  private final OwnJobs own;
  private final ProcessingJobs jobs;
  private final StepJobs stepJobs;
  private final Ledger ledger;

  StartProcessingJob(
      Steps steps,
      Models models,
      Documents documents,
      OwnJobs own,
      ProcessingJobs jobs,
      StepJobs stepJobs,
      Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.documents = documents;
    this.own = own;
    this.jobs = jobs;
    this.stepJobs = stepJobs;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ModelVersion version = models.of(step.modelVersion());
    stepJobs.startOurOwn(
        execution,
        step,
        Kind.PROCESSING,
        name -> jobs.startOrAdopt(name, definition(version, name)));
  }

  private ProcessingJobDefinition definition(ModelVersion version, ResourceName name) {
    String outputs = own.runPrefix(version, name.value());
    return own.definition(version, "process", inputs(version), outputs(outputs));
  }

  private List<JobInput> inputs(ModelVersion version) {
    Lineage lineage = Lineage.of(ledger, version.id());
    var copied = lineage.payload(Lineage.DATA_COPIED);
    String plan = documents.write(version.program(), "plan.json", plan(version)).uri();
    List<JobInput> inputs = new ArrayList<>();
    inputs.add(
        new JobInput("data", copied.path("source").path("uri").asText(), ROOT + "input/data"));
    inputs.add(new JobInput("plan", plan, ROOT + "input/plan"));
    if (copied.has("holdout")) {
      String holdout = copied.path("holdout").path("uri").asText();
      inputs.add(new JobInput("holdout", holdout, ROOT + "input/holdout"));
    }
    return inputs;
  }

  private static List<JobOutput> outputs(String prefix) {
    return List.of("train", "holdout", "features", "rows", "report").stream()
        .map(part -> new JobOutput(part, ROOT + "output/" + part, prefix + part))
        .toList();
  }

  private static ProcessingPlan plan(ModelVersion version) {
    Submission.DataSource data = version.submission().data();
    Submission.Split split = data.split().orElse(new Submission.Split(5, 0));
    return new ProcessingPlan(
        data.label(),
        version.submission().task().name().toLowerCase(Locale.ROOT),
        data.delimiter(),
        data.dropColumns(),
        data.columns(),
        new ProcessingPlan.Split(split.modulus(), split.remainder(), data.groupColumn()),
        SEED);
  }
}
