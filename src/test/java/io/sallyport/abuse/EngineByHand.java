package io.sallyport.abuse;

import io.sallyport.local.LocalBoundary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine with its job executor standing still, so that a test carries out the steps of one case
 * in its place: one at a time, as often as it likes, with or without a commit.
 */
final class EngineByHand {

  private static final String STEP = "async-continuation";

  private final String modelVersion;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;

  EngineByHand(LocalBoundary boundary, String modelVersion) {
    this.modelVersion = modelVersion;
    this.management = boundary.bean(ManagementService.class);
    this.runtime = boundary.bean(RuntimeService.class);
    this.transaction = boundary.bean(TransactionTemplate.class);
  }

  /** The step that the job executor would carry out next; of several the oldest. */
  Optional<DueStep> due() {
    return dueSteps().findFirst();
  }

  private Stream<DueStep> dueSteps() {
    return instances().stream()
        .flatMap(
            instance ->
                management.createJobQuery().processInstanceId(instance.getId()).list().stream())
        .flatMap(job -> step(job).stream());
  }

  private List<ProcessInstance> instances() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(modelVersion).list();
  }

  private Optional<DueStep> step(Job job) {
    JobDefinition definition =
        management
            .createJobDefinitionQuery()
            .jobDefinitionId(job.getJobDefinitionId())
            .singleResult();
    return Optional.of(definition)
        .filter(found -> found.getJobType().equals(STEP))
        .map(
            found ->
                new DueStep(
                    found.getProcessDefinitionKey(),
                    found.getActivityId(),
                    job.getProcessInstanceId(),
                    job.getId()));
  }

  /** Carries the step out, as the job executor does: it commits, or fails and is tried again. */
  void execute(DueStep step) {
    management.executeJob(step.job());
  }

  /**
   * Carries the step out, looks at what has become of everything, and crashes before the commit.
   */
  End rehearse(DueStep step, Ends ends) {
    return Objects.requireNonNull(
        transaction.execute(
            crash -> {
              crash.setRollbackOnly();
              management.executeJob(step.job());
              return ends.now();
            }));
  }

  int triesLeft(DueStep step) {
    return management.createJobQuery().jobId(step.job()).singleResult().getRetries();
  }

  /**
   * Puts a token before a task that the case has not come to, in the instance that it belongs to:
   * with real facts and real variables. Only a test can.
   */
  DueStep place(String process, String activity) {
    String instance =
        instances().stream()
            .filter(one -> one.getProcessDefinitionId().startsWith(process + ":"))
            .map(ProcessInstance::getId)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no open " + process + " of " + modelVersion));
    runtime.createProcessInstanceModification(instance).startBeforeActivity(activity).execute();
    return dueSteps()
        .filter(step -> step.instance().equals(instance) && step.activity().equals(activity))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no token at " + activity));
  }

  /** Takes the token of {@link #place} away again. */
  void takeAway(DueStep step) {
    TransitionInstance[] tokens =
        runtime.getActivityInstance(step.instance()).getTransitionInstances(step.activity());
    runtime
        .createProcessInstanceModification(step.instance())
        .cancelTransitionInstance(tokens[0].getId())
        .execute();
  }

  /** The job executor stands still, and the engine does not log each failure that a test wants. */
  static void pause(LocalBoundary boundary) {
    boundary.bean(JobExecutor.class).shutdown();
    logging(boundary, LogLevel.OFF);
  }

  static void resume(LocalBoundary boundary) {
    logging(boundary, LogLevel.INFO);
    boundary.bean(JobExecutor.class).start();
  }

  private static void logging(LocalBoundary boundary, LogLevel level) {
    boundary.bean(LoggingSystem.class).setLogLevel("org.camunda.bpm.engine.context", level);
  }
}
