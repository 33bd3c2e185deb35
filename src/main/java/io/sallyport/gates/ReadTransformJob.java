package io.sallyport.gates;

import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.models.JobReading;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Read how the job stands</i> of {@code gate-1-technical-validation}: the predictions. */
@Component
class ReadTransformJob implements JavaDelegate {

  private final TransformJobs jobs;
  private final JobReading reading;

  ReadTransformJob(TransformJobs jobs, JobReading reading) {
    this.jobs = jobs;
    this.reading = reading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reading.readOurOwn(execution, "transformJob", jobs::read);
  }
}
