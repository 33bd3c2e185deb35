package io.sallyport.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that run for a version: what its page shows while it waits, what a withdrawal stops. */
@Component
public class RunningJobs {

  /** What kind of SageMaker job. */
  public enum Kind {
    PROCESSING,
    TRAINING,
    TRANSFORM,
    EVALUATION,
    SCAN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A job that has not ended yet. */
  public record RunningJob(String name, String modelVersion, Kind kind, Instant startedAt) {}

  private static final String INSERT =
      """
      insert into models.job (name, model_version, kind, started_at)
      values (:name, :version, :kind, :now)
      on conflict (name) do nothing
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  RunningJobs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void started(String name, String modelVersion, Kind kind) {
    jdbc.sql(INSERT)
        .param("name", name)
        .param("version", modelVersion)
        .param("kind", kind.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  public void ended(String name) {
    jdbc.sql("update models.job set ended_at = :now where name = :name and ended_at is null")
        .param("name", name)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  public List<RunningJob> of(String modelVersion) {
    return jdbc.sql(
            "select name, model_version, kind, started_at from models.job"
                + " where model_version = :version and ended_at is null order by started_at")
        .param("version", modelVersion)
        .query(RunningJobs::job)
        .list();
  }

  private static RunningJob job(ResultSet row, int number) throws SQLException {
    return new RunningJob(
        row.getString("name"),
        row.getString("model_version"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("started_at", OffsetDateTime.class).toInstant());
  }
}
