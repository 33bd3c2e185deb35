package io.sallyport.workflow;

import io.sallyport.custody.Ledger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a delegate which step it carries out, and what the step waits for. */
@Component
public class Steps {

  /** Counts the entries into the activity; a try that rolled back has left no row. */
  private static final String ATTEMPT =
      """
      select count(*)
        from workflow.activity
       where process_instance = :instance
         and activity = :activity
      """;

  /** Like {@link #ATTEMPT}, but from the newest retry that an operator asked for. */
  private static final String SINCE_RETRY =
      ATTEMPT
          + """
               and entered_at >= coalesce((select max(asked_at)
                                             from workflow.retry
                                            where process_instance = :instance
                                              and activity = :activity),
                                          '-infinity')
            """;

  private static final String STANDS =
      "select count(*) from engine.act_ru_execution where id_ = :execution";

  private static final String AWAIT =
      """
      insert into workflow.awaited (resource, process_instance, message)
      values (:resource, :instance, :message)
      on conflict (resource, process_instance) do nothing
      """;

  private final JdbcClient jdbc;
  private final Releases releases;
  private final Ledger ledger;

  Steps(JdbcClient jdbc, Releases releases, Ledger ledger) {
    this.jdbc = jdbc;
    this.releases = releases;
    this.ledger = ledger;
  }

  /** The step that {@code execution} is at. */
  public Step of(DelegateExecution execution) {
    String instance = execution.getProcessInstanceId();
    String activity = execution.getCurrentActivityId();
    return new Step(
        instance,
        activity,
        Math.max(1, entries(ATTEMPT, instance, activity)),
        execution.getProcessBusinessKey(),
        releases.digest(execution.getProcessDefinitionId()));
  }

  /** How often the case came to this step since an operator last had it tried again. */
  public int entriesSinceRetry(Step step) {
    return entries(SINCE_RETRY, step.instance(), step.activity());
  }

  private int entries(String question, String instance, String activity) {
    return jdbc.sql(question)
        .param("instance", instance)
        .param("activity", activity)
        .query(Integer.class)
        .single();
  }

  /**
   * The step, holding the lock of its model version: for whatever starts or approves something
   * outside the database. A withdrawal takes the same lock, so that it either waits and then finds
   * what this step made, or has come first, and nothing is made any more. Not for a step with a way
   * out of its own: the engine makes its execution in this transaction, where it is not seen yet.
   *
   * @throws IllegalStateException when the case has left this step meanwhile
   */
  public Step locked(DelegateExecution execution) {
    Step step = of(execution);
    ledger.lock(step.modelVersion());
    int standing =
        jdbc.sql(STANDS).param("execution", execution.getId()).query(Integer.class).single();
    if (standing == 0) {
      throw new IllegalStateException(
          step.modelVersion() + " has left " + step.activity() + " meanwhile");
    }
    return step;
  }

  /**
   * The end of the AWS resource called {@code resource} shall wake the receive task that waits for
   * {@code message} in this instance. A hint only: a timer re-reads the truth.
   */
  public void await(Step step, String resource, String message) {
    jdbc.sql(AWAIT)
        .param("resource", resource)
        .param("instance", step.instance())
        .param("message", message)
        .update();
  }
}
