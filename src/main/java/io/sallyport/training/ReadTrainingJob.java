package io.sallyport.training;

import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.training.JobFacts;
import io.sallyport.rules.training.TrainingRules;
import io.sallyport.workflow.Steps;
import java.util.OptionalLong;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Read how the job stands</i> of {@code training-run}. Training that failed or was stopped
 * is the submitter's business: the version is rejected with the reason that SageMaker gives. So is
 * an artifact that is too large to be kept.
 */
@Component
class ReadTrainingJob implements JavaDelegate {

  private final Steps steps;
  private final TrainingJobs jobs;
  private final StepJobs stepJobs;
  private final ExactCopies copies;
  private final Refusals refusals;

  ReadTrainingJob(
      Steps steps, TrainingJobs jobs, StepJobs stepJobs, ExactCopies copies, Refusals refusals) {
    this.steps = steps;
    this.jobs = jobs;
    this.stepJobs = stepJobs;
    this.copies = copies;
    this.refusals = refusals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    JobStatus status = stepJobs.read(execution, Kind.TRAINING, jobs::read);
    if (status.state() != JobState.RUNNING) {
      refusals.refuseFor(
          TrainingRules.ABOUT_THE_JOB.check(facts(status)),
          steps.of(execution),
          Lineage.TRAINING_REJECTED);
    }
  }

  private JobFacts facts(JobStatus status) {
    OptionalLong artifactBytes =
        status.state() == JobState.COMPLETED
            ? OptionalLong.of(copies.sizeBytes(status.outputUri("model")))
            : OptionalLong.empty();
    return new JobFacts(
        status.name(), status.state().name(), status.failureReason(), artifactBytes);
  }
}
