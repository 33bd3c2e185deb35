package io.sallyport.gates;

import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.models.JobReading;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the scan stands</i> of {@code gate-2-security-review}. */
@Component
class ReadScanJob implements JavaDelegate {

  private final ProcessingJobs jobs;
  private final JobReading reading;

  ReadScanJob(ProcessingJobs jobs, JobReading reading) {
    this.jobs = jobs;
    this.reading = reading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reading.readOurOwn(execution, "scanJob", jobs::read);
  }
}
