package io.sallyport.gates.security;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobInput;
import io.sallyport.aws.jobs.JobOutput;
import io.sallyport.aws.jobs.ProcessingJobDefinition;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Start the artifact scan</i> of {@code gate-2-security-review} (S10). */
@Component
class StartScanJob implements JavaDelegate {

  private static final String ROOT = "/opt/ml/processing/";

  private final Steps steps;
  private final Models models;
  private final ProcessingJobs jobs;
  private final OwnJobs own;
  private final StepJobs stepJobs;
  private final Ledger ledger;

  StartScanJob(
      Steps steps,
      Models models,
      ProcessingJobs jobs,
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
    stepJobs.startOurOwn(
        execution, step, Kind.SCAN, name -> jobs.startOrAdopt(name, definition(version, name)));
  }

  private ProcessingJobDefinition definition(ModelVersion version, ResourceName name) {
    String artifact = Lineage.of(ledger, version.id()).text(Lineage.TRAINED, "artifactUri");
    String output = own.runPrefix(version, name.value()) + "scan";
    return own.definition(
        version,
        "scan",
        List.of(new JobInput("model", artifact, ROOT + "input/model")),
        List.of(new JobOutput("scan", ROOT + "output/scan", output)));
  }
}
