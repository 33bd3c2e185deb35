package io.sallyport.models;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobState;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The job that a {@code start-…-job} task starts, a receive task waits for, and a {@code
 * read-…-job} task reads. The kind says it all: a scan's name is in the variable {@code scanJob},
 * its end is the message {@code scan-job-finished}.
 */
@Component
public class StepJobs {

  private static final Logger log = LoggerFactory.getLogger(StepJobs.class);

  /** Jobs of one step that may break before an operator is asked: what they cost is bounded. */
  private static final int JOBS_MAX = 3;

  /** Characters. SageMaker gives 1,024 at most; the engine stores a text of 4,000. */
  private static final int REASON_LENGTH_MAX = 2_000;

  private static final String WHY_BROKEN = "whyJobBroke";

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
   * Starts a job of our own, unless too many of this step broke: the diagram comes back here as
   * often as one breaks. An operator who has the step tried again allows as many once more.
   *
   * @throws IllegalStateException with why the last one broke; {@link Cause} says who reads it
   */
  public void startOurOwn(
      DelegateExecution execution, Step step, Kind kind, Consumer<ResourceName> start) {
    int broken = steps.entriesSinceRetry(step) - 1;
    if (broken >= JOBS_MAX) {
      throw new IllegalStateException(
          "%s: %d jobs broke; the limit is %d; the last: %s"
              .formatted(step.activity(), broken, JOBS_MAX, Step.text(execution, WHY_BROKEN)));
    }
    start.accept(step.resource());
    started(execution, step, kind);
  }

  /**
   * Reads the truth again, and tells the diagram by {@code jobFinished} whether the job has ended.
   * What the end means is the caller's.
   */
  public JobStatus read(
      DelegateExecution execution, Kind kind, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = truth(execution, kind, jobs);
    execution.setVariable("jobFinished", status.state() != JobState.RUNNING);
    return status;
  }

  /**
   * The same for a job of our own, which is finished only when it completed. That it broke is
   * nobody's verdict: {@code jobBroken} leads the case back to the step that starts it.
   */
  public void readOurOwn(
      DelegateExecution execution, Kind kind, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = truth(execution, kind, jobs);
    boolean broken = isBroken(status.state());
    execution.setVariable("jobFinished", status.state() == JobState.COMPLETED);
    execution.setVariable("jobBroken", broken);
    if (broken) {
      execution.setVariable(WHY_BROKEN, why(status));
      log.warn("{}: {}", execution.getProcessBusinessKey(), why(status));
    }
  }

  private JobStatus truth(
      DelegateExecution execution, Kind kind, Function<ResourceName, JobStatus> jobs) {
    JobStatus status = jobs.apply(name(execution, kind));
    if (status.state() != JobState.RUNNING) running.ended(status.name());
    return status;
  }

  private static boolean isBroken(JobState state) {
    return switch (state) {
      case RUNNING, COMPLETED -> false;
      case FAILED, STOPPED -> true;
    };
  }

  /** In one line that every database stores, whatever a container said. */
  private static String why(JobStatus status) {
    StringBuilder words = new StringBuilder(status.name() + " is " + status.state() + ": ");
    String reason = status.failureReason().orElse("no reason given");
    reason.chars().limit(REASON_LENGTH_MAX).forEach(unit -> words.append(plain((char) unit)));
    return words.toString();
  }

  private static char plain(char unit) {
    return Character.isISOControl(unit) || Character.isSurrogate(unit) ? ' ' : unit;
  }

  private static String variable(Kind kind) {
    return kind.word() + "Job";
  }
}
