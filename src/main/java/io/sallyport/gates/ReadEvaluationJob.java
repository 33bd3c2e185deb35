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

/** Task <i>Read how the job stands</i> of {@code gate-1-technical-validation}: the evaluation. */
@Component
class ReadEvaluationJob implements JavaDelegate {

  private final Steps steps;
  private final ProcessingJobs jobs;
  private final JobReading reading;

  ReadEvaluationJob(Steps steps, ProcessingJobs jobs, JobReading reading) {
    this.steps = steps;
    this.jobs = jobs;
    this.reading = reading;
  }

  @Override
  public void execute(DelegateExecution execution) {
    JobStatus status = jobs.read(new ResourceName(Step.text(execution, "evaluationJob")));
    reading.requireCompleted(steps.of(execution), status);
    reading.ended(execution, status);
  }
}
