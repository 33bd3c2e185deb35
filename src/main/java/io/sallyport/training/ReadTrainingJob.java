package io.sallyport.training;

import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Read how the job stands</i> of {@code training-run}. Training that failed or was stopped
 * is the submitter's business: the version is rejected with the reason that SageMaker gives.
 */
@Component
class ReadTrainingJob implements JavaDelegate {

  private final Steps steps;
  private final TrainingJobs jobs;
  private final StepJobs stepJobs;
  private final Refusals refusals;

  ReadTrainingJob(Steps steps, TrainingJobs jobs, StepJobs stepJobs, Refusals refusals) {
    this.steps = steps;
    this.jobs = jobs;
    this.stepJobs = stepJobs;
    this.refusals = refusals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    JobStatus status = stepJobs.read(execution, Kind.TRAINING, jobs::read);
    switch (status.state()) {
      case RUNNING, COMPLETED -> {}
      case FAILED, STOPPED -> reject(steps.of(execution), status);
    }
  }

  private void reject(Step step, JobStatus status) {
    List<Finding> findings =
        List.of(
            new Finding(
                "training/the-job-completes",
                status.name(),
                status.state() + ": " + status.failureReason().orElse("no reason given"),
                "Completed"));
    refusals.refuseFor(findings, step, Lineage.TRAINING_REJECTED);
  }
}
