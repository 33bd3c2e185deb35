package io.sallyport.gates.security;

import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the scan stands</i> of {@code gate-2-security-review}. */
@Component
class ReadScanJob implements JavaDelegate {

  private final ProcessingJobs jobs;
  private final StepJobs stepJobs;

  ReadScanJob(ProcessingJobs jobs, StepJobs stepJobs) {
    this.jobs = jobs;
    this.stepJobs = stepJobs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stepJobs.readOurOwn(execution, Kind.SCAN, jobs::read);
  }
}
