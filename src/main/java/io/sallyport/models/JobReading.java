package io.sallyport.models;

import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.workflow.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * What every {@code read-…-job} task does: re-read the truth, tell the diagram whether the job has
 * ended, and let a broken job of ours be technical trouble.
 */
@Component
public class JobReading {

  private final RunningJobs running;

  JobReading(RunningJobs running) {
    this.running = running;
  }

  /** True once the job has ended, well or badly; the diagram asks the variable. */
  public boolean ended(DelegateExecution execution, JobStatus status) {
    boolean ended =
        switch (status.state()) {
          case RUNNING -> false;
          case COMPLETED, FAILED, STOPPED -> true;
        };
    execution.setVariable("jobFinished", ended);
    if (ended) {
      running.ended(status.name());
    }
    return ended;
  }

  /** A job of our own that broke is trouble for an operator, never a verdict. */
  public void requireCompleted(Step step, JobStatus status) {
    switch (status.state()) {
      case RUNNING, COMPLETED -> {}
      case FAILED, STOPPED ->
          throw new IllegalStateException(
              step.activity()
                  + ": job "
                  + status.name()
                  + " is "
                  + status.state()
                  + ": "
                  + status.failureReason().orElse("no reason given"));
    }
  }
}
