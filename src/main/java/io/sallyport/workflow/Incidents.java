package io.sallyport.workflow;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.rules.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps that failed: those that need a person, those that are tried again, and what became of
 * retries. A retry is done only when the case went through the step (W1).
 */
@Component
public class Incidents {

  private static final int REASON_LENGTH_MIN = 10;
  private static final int REASON_LENGTH_MAX = 500;

  /** How often the case has gone through the step: a try that fails leaves no row. */
  private static final String VISITS =
      """
      (select count(*)
         from workflow.activity
        where process_instance = %s and activity = %s)\
      """;

  private static final String RETRY =
      """
      insert into workflow.retry (job, process_instance, activity, model_version, program, cause,
                                  person, name, reason, asked_at, visits)
      values (:job, :instance, :activity, :version, :program, :cause, :person, :name, :reason, :at,
              %s)
      """
          .formatted(VISITS.formatted(":instance", ":activity"));

  /** Counted, not timed: the nodes' clocks need not agree about what came first. */
  private static final String RETRIED =
      """
      select job, model_version, program, activity, name, reason, asked_at,
             coalesce(next_visits, %s) > visits as passed,
             next_visits is not null as repeated
        from (select *, lead(visits) over (partition by job order by id) as next_visits
                from workflow.retry) as retry
       where %%s
       order by asked_at desc
       limit :limit
      """
          .formatted(VISITS.formatted("retry.process_instance", "retry.activity"));

  private final Troubles troubles;
  private final ManagementService management;
  private final Ledger ledger;
  private final JdbcClient jdbc;
  private final Clock clock;

  Incidents(
      Troubles troubles,
      ManagementService management,
      Ledger ledger,
      JdbcClient jdbc,
      Clock clock) {
    this.troubles = troubles;
    this.management = management;
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is tried no more by itself in some programs, newest first. */
  public List<Trouble> needingAPerson(Set<String> programs) {
    return troubles.of(programs, true);
  }

  /** What failed in some programs and is tried again by itself, newest first. */
  public List<Trouble> beingRetried(Set<String> programs) {
    return troubles.of(programs, false);
  }

  /** How many steps of the whole boundary are due now. */
  public long due() {
    return management.createJobQuery().executable().count();
  }

  /** The step behind an incident, while it has not passed: needing a person, or being tried. */
  public Optional<Trouble> open(String id) {
    return troubles.find(id);
  }

  /** The trouble of one case that needs a person. */
  public Optional<Trouble> about(String modelVersion) {
    return troubles.about(modelVersion);
  }

  /** Which of these cases have trouble that needs a person. */
  public Set<String> stuck(Collection<String> modelVersions) {
    return troubles.stuck(modelVersions);
  }

  /** The retries in some programs since {@code since}, newest first, and whether each helped. */
  public List<Retried> retried(Instant since, Set<String> programs) {
    return jdbc.sql(RETRIED.formatted("asked_at > :since and program = any(:programs)"))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("programs", programs.toArray(String[]::new))
        .param("limit", Troubles.ROWS_MAX)
        .query(Incidents::retried)
        .list();
  }

  /** The retries of one incident, newest first, however long ago. */
  public List<Retried> retried(String id) {
    return jdbc.sql(RETRIED.formatted("job = :job"))
        .param("job", id)
        .param("limit", Troubles.ROWS_MAX)
        .query(Incidents::retried)
        .list();
  }

  private static Retried retried(ResultSet row, int number) throws SQLException {
    return new Retried(
        row.getString("job"),
        row.getString("model_version"),
        row.getString("program"),
        row.getString("activity"),
        row.getString("name"),
        row.getString("reason"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("passed"),
        row.getBoolean("repeated"));
  }

  /** Has the step tried once more, now; who asked for it and why is a fact. */
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
    Trouble trouble = stuck(id);
    ledger.lock(trouble.modelVersion());
    stuck(id); // again under the lock: of two who ask at once, one is told that it is done
    record(trouble, person, name, reason.strip());
    management.setJobRetries(1).jobId(id).dueDate(Date.from(clock.instant())).execute();
  }

  private Trouble stuck(String id) {
    return troubles
        .stuck(id)
        .orElseThrow(
            () ->
                new Refused(
                    "conflict/the-incident-is-open",
                    "the incident",
                    "gone",
                    "one that needs a person"));
  }

  private void record(Trouble trouble, String person, String name, String reason) {
    Instant now = clock.instant();
    jdbc.sql(RETRY)
        .param("job", trouble.id())
        .param("instance", trouble.processInstance())
        .param("activity", trouble.activity())
        .param("version", trouble.modelVersion())
        .param("program", trouble.program())
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
}
