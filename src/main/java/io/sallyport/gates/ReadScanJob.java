package io.sallyport.gates;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.models.JobReading;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the scan stands</i> of {@code gate-2-security-review}. */
@Component
class ReadScanJob implements JavaDelegate {

  private final Steps steps;
  private final ProcessingJobs jobs;
  private final JobReading reading;

  ReadScanJob(Steps steps, ProcessingJobs jobs, JobReading reading) {
    this.steps = steps;
    this.jobs = jobs;
    this.reading = reading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    JobStatus status = jobs.read(new ResourceName(Step.text(execution, "scanJob")));
    reading.requireCompleted(steps.of(execution), status);
    reading.ended(execution, status);
  }
}
