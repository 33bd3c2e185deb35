package io.sallyport.models;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.workflow.Step;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What every {@code read-…-job} task does: re-read the truth and tell the diagram, by its variable
 * {@code jobFinished}, whether the job has ended.
 */
@Component
public class JobReading {

  private final RunningJobs running;

  JobReading(RunningJobs running) {
    this.running = running;
  }

  /** How the job stands whose name is in the variable; what the end means is the caller's. */
  public JobStatus read(
      DelegateExecution execution, String variable, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = jobs.apply(new ResourceName(Step.text(execution, variable)));
    boolean ended = status.state() != JobState.RUNNING;
    execution.setVariable("jobFinished", ended);
    if (ended) {
      running.ended(status.name());
    }
    return status;
  }

  /**
   * The same for a job of our own. That it broke is trouble for an operator, never a verdict.
   *
   * @throws IllegalStateException when it failed or was stopped, with the reason that AWS gives
   */
  public void readOurOwn(
      DelegateExecution execution, String variable, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = read(execution, variable, jobs);
    switch (status.state()) {
      case RUNNING, COMPLETED -> {}
      case FAILED, STOPPED ->
          throw new IllegalStateException(
              execution.getCurrentActivityId()
                  + ": job "
                  + status.name()
                  + " is "
                  + status.state()
                  + ": "
                  + status.failureReason().orElse("no reason given"));
    }
  }
}
