package io.sallyport.gates.technical;

import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the job stands</i> of {@code gate-1-technical-validation}: the evaluation. */
@Component
class ReadEvaluationJob implements JavaDelegate {

  private final ProcessingJobs jobs;
  private final StepJobs stepJobs;

  ReadEvaluationJob(ProcessingJobs jobs, StepJobs stepJobs) {
    this.jobs = jobs;
    this.stepJobs = stepJobs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stepJobs.readOurOwn(execution, Kind.EVALUATION, jobs::read);
  }
}
