package io.sallyport.workflow;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.diagrams.Node;
import io.sallyport.rules.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps that failed: those that need a person, those that are tried again, and what became of
 * retries. A retry is done only when the case went through the step (W1).
 */
@Component
public class Incidents {

  /** Rows on one page. */
  private static final int ROWS_MAX = 100;

  private static final int REASON_LENGTH_MIN = 10;
  private static final int REASON_LENGTH_MAX = 500;

  private static final String RETRY =
      """
      insert into workflow.retry (job, process_instance, activity, model_version, cause, person,
                                  name, reason, asked_at)
      values (:job, :instance, :activity, :version, :cause, :person, :name, :reason, :at)
      """;

  /** An entry that was committed after the retry: a try that fails leaves no row. */
  private static final String RETRIED =
      """
      select job, model_version, activity, name, reason, asked_at,
             exists (select 1
                       from workflow.activity as visit
                      where visit.process_instance = retry.process_instance
                        and visit.activity = retry.activity
                        and visit.entered_at >= retry.asked_at
                        and visit.entered_at < coalesce(next_asked_at, 'infinity')) as passed,
             next_asked_at is not null as repeated
        from (select *, lead(asked_at) over (partition by job order by asked_at) as next_asked_at
                from workflow.retry) as retry
       where asked_at > :since and (job = :job or :job = '')
       order by asked_at desc
       limit :limit
      """;

  private final ManagementService management;
  private final RuntimeService runtime;
  private final Diagrams diagrams;
  private final Ledger ledger;
  private final JdbcClient jdbc;
  private final Clock clock;

  Incidents(
      ManagementService management,
      RuntimeService runtime,
      Diagrams diagrams,
      Ledger ledger,
      JdbcClient jdbc,
      Clock clock) {
    this.management = management;
    this.runtime = runtime;
    this.diagrams = diagrams;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is tried no more by itself, newest first. */
  public List<Trouble> needingAPerson() {
    return management.createJobQuery().noRetriesLeft().listPage(0, ROWS_MAX).stream()
        .map(this::trouble)
        .sorted(comparing(Trouble::since).reversed())
        .toList();
  }

  /** What failed and is tried again by itself. */
  public List<Trouble> beingRetried() {
    return management
        .createJobQuery()
        .withException()
        .withRetriesLeft()
        .listPage(0, ROWS_MAX)
        .stream()
        .map(this::trouble)
        .toList();
  }

  /** How many steps are due now. */
  public long due() {
    return management.createJobQuery().executable().count();
  }

  /** The step behind an incident, while it has not passed: needing a person, or being tried. */
  public Optional<Trouble> open(String id) {
    return Optional.ofNullable(management.createJobQuery().jobId(id).singleResult())
        .map(this::trouble);
  }

  /** The trouble of one case that needs a person. */
  public Optional<Trouble> about(String modelVersion) {
    Set<String> instances =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(modelVersion)
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .collect(toSet());
    if (instances.isEmpty()) {
      return Optional.empty();
    }
    return management
        .createJobQuery()
        .processInstanceIds(instances)
        .noRetriesLeft()
        .listPage(0, 1)
        .stream()
        .map(this::trouble)
        .findFirst();
  }

  /** The retries since {@code since}, newest first, and whether each helped. */
  public List<Retried> retried(Instant since) {
    return retried(since, "");
  }

  /** The retries of one incident, newest first, however long ago. */
  public List<Retried> retried(String id) {
    return retried(Instant.EPOCH, id);
  }

  private List<Retried> retried(Instant since, String job) {
    return jdbc.sql(RETRIED)
        .param("job", job)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", ROWS_MAX)
        .query(
            (row, number) ->
                new Retried(
                    row.getString("job"),
                    row.getString("model_version"),
                    row.getString("activity"),
                    row.getString("name"),
                    row.getString("reason"),
                    row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("passed"),
                    row.getBoolean("repeated")))
        .list();
  }

  /** Has the step tried once more; who asked for it and why is a fact. */
  @Transactional
  public void retry(String id, String person, String name, String reason) {
    int length = reason.strip().length();
    if (length < REASON_LENGTH_MIN || length > REASON_LENGTH_MAX) {
      throw new Refused(
          "incidents/the-reason-is-stated",
          "reason",
          length + " characters",
          REASON_LENGTH_MIN + " to " + REASON_LENGTH_MAX + " characters");
    }
    Trouble trouble = trouble(stuck(id));
    ledger.lock(trouble.modelVersion());
    stuck(id); // again under the lock: of two who ask at once, one is told that it is done
    record(trouble, person, name, reason.strip());
    management.setJobRetries(id, 1);
  }

  private Job stuck(String id) {
    Job job = management.createJobQuery().jobId(id).noRetriesLeft().singleResult();
    if (job == null) {
      throw new Refused(
          "conflict/the-incident-is-open", "the incident", "gone", "one that needs a person");
    }
    return job;
  }

  private void record(Trouble trouble, String person, String name, String reason) {
    Instant now = clock.instant();
    jdbc.sql(RETRY)
        .param("job", trouble.id())
        .param("instance", trouble.processInstance())
        .param("activity", trouble.activity())
        .param("version", trouble.modelVersion())
        .param("cause", trouble.cause())
        .param("person", person)
        .param("name", name)
        .param("reason", reason)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
    ledger.append(
        new Fact(
            "step-retried",
            1,
            trouble.modelVersion(),
            person,
            Optional.empty(),
            now,
            Optional.empty(),
            Map.of("activity", trouble.activity(), "name", name, "reason", reason)));
  }

  private Trouble trouble(Job job) {
    String process = Objects.requireNonNullElse(job.getProcessDefinitionKey(), "");
    String activity = Objects.requireNonNullElse(job.getFailedActivityId(), "");
    String step =
        diagrams.of(job.getProcessDefinitionId()).node(activity).map(Node::name).orElse(activity);
    return new Trouble(
        job.getId(),
        Objects.requireNonNullElse(job.getProcessInstanceId(), ""),
        process,
        activity,
        step,
        businessKey(job),
        Objects.requireNonNullElse(job.getExceptionMessage(), "no cause is given"),
        job.getRetries(),
        job.getCreateTime().toInstant(),
        Optional.ofNullable(job.getDuedate()).map(Date::toInstant));
  }

  private String businessKey(Job job) {
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(job.getProcessInstanceId())
            .singleResult();
    String key = instance == null ? "" : instance.getBusinessKey();
    return Objects.requireNonNullElse(key, "");
  }
}
