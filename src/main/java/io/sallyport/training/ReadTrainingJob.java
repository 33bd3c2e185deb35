package io.sallyport.training;

import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.training.JobFacts;
import io.sallyport.rules.training.TrainingRules;
import io.sallyport.workflow.Steps;
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
    if (status.state() != JobState.RUNNING) {
      JobFacts facts = new JobFacts(status.name(), status.state().name(), status.failureReason());
      refusals.refuseFor(
          TrainingRules.ABOUT_THE_JOB.check(facts), steps.of(execution), Lineage.TRAINING_REJECTED);
    }
  }
}
