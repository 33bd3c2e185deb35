package io.sallyport.models;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The job that a {@code start-…-job} task starts, a receive task waits for, and a {@code
 * read-…-job} task reads. The kind says it all: a scan's name is in the variable {@code scanJob},
 * its end is the message {@code scan-job-finished}.
 */
@Component
public class StepJobs {

  private final Steps steps;
  private final RunningJobs running;

  StepJobs(Steps steps, RunningJobs running) {
    this.steps = steps;
    this.running = running;
  }

  /** The job's name, for those who come after the step that started it. */
  public static ResourceName name(DelegateExecution execution, Kind kind) {
    return new ResourceName(Step.text(execution, variable(kind)));
  }

  /** The step's job runs: pages show it, its end wakes the case, the diagram knows its name. */
  public void started(DelegateExecution execution, Step step, Kind kind) {
    String name = step.resource().value();
    running.started(name, step.modelVersion(), kind);
    steps.await(step, name, kind.word() + "-job-finished");
    execution.setVariable(variable(kind), name);
  }

  /**
   * Reads the truth again, and tells the diagram by {@code jobFinished} whether the job has ended.
   * What the end means is the caller's.
   */
  public JobStatus read(
      DelegateExecution execution, Kind kind, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = jobs.apply(name(execution, kind));
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
      DelegateExecution execution, Kind kind, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = read(execution, kind, jobs);
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

  private static String variable(Kind kind) {
    return kind.word() + "Job";
  }
}
