package io.sallyport.training;

import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.models.JobReading;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the job stands</i> of {@code training-run}: asks SageMaker, not the event. */
@Component
class ReadProcessingJob implements JavaDelegate {

  private final ProcessingJobs jobs;
  private final JobReading reading;

  ReadProcessingJob(ProcessingJobs jobs, JobReading reading) {
    this.jobs = jobs;
    this.reading = reading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reading.readOurOwn(execution, "processingJob", jobs::read);
  }
}
