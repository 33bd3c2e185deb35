package io.sallyport.monitoring.windows;

import io.sallyport.rules.drift.DriftLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The windows as rows. Each step names the state that it found: of two nodes, one does it. */
@Repository
class DriftWindows {

  private static final String PLAN =
      """
      insert into monitoring.drift_window (model_version, starts_at, ends_at)
      values (:version, :from, :to)
      on conflict (model_version, starts_at) do nothing
      """;

  private static final String SELECT =
      """
      select model_version, starts_at, ends_at, attempt, counted_uri
        from monitoring.drift_window
       where model_version = :version
      """;

  private static final String AGAIN =
      """
      update monitoring.drift_window
         set attempt = attempt + 1,
             state = case when attempt < :most then 'waiting' else 'broken' end
       where model_version = :version
         and starts_at = :from
         and attempt = :attempt
         and state = 'running'
      """;

  private static final String LEVELS =
      """
      select level
        from (select distinct on (ends_at) level, ends_at
                from monitoring.drift_window
               where model_version = :version and state = 'judged'
               order by ends_at desc) as judged
       limit :windows
      """;

  private final JdbcClient jdbc;

  DriftWindows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void plan(String modelVersion, Instant from, Instant to) {
    jdbc.sql(PLAN)
        .param("version", modelVersion)
        .param("from", at(from))
        .param("to", at(to))
        .update();
  }

  /** The end of the newest window of the version. */
  Optional<Instant> plannedTo(String modelVersion) {
    return jdbc.sql(
            "select max(ends_at) from monitoring.drift_window where model_version = :version")
        .param("version", modelVersion)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** The oldest window in this state. */
  Optional<DriftWindow> first(String modelVersion, String state) {
    return jdbc.sql(SELECT + " and state = :state order by starts_at limit 1")
        .param("version", modelVersion)
        .param("state", state)
        .query(DriftWindows::window)
        .optional();
  }

  /** What was counted and not judged yet, oldest first. */
  List<DriftWindow> counted(String modelVersion) {
    return jdbc.sql(SELECT + " and state = 'counted' order by starts_at")
        .param("version", modelVersion)
        .query(DriftWindows::window)
        .list();
  }

  void enter(DriftWindow window, String from, String to) {
    jdbc.sql(
            "update monitoring.drift_window set state = :to where model_version = :version"
                + " and starts_at = :start and state = :from")
        .param("version", window.modelVersion())
        .param("start", at(window.from()))
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** Its job broke: another counts it, or, after the last, nobody does. */
  void again(DriftWindow window, int attemptsMost) {
    jdbc.sql(AGAIN)
        .param("version", window.modelVersion())
        .param("from", at(window.from()))
        .param("attempt", window.attempt())
        .param("most", attemptsMost)
        .update();
  }

  void counted(DriftWindow window, String uri) {
    jdbc.sql(
            "update monitoring.drift_window set state = 'counted', counted_uri = :uri"
                + " where model_version = :version and starts_at = :from and state = 'running'")
        .param("version", window.modelVersion())
        .param("from", at(window.from()))
        .param("uri", uri)
        .update();
  }

  /** Judged together, as one window. */
  void judged(DriftWindow first, DriftWindow last, DriftLevel level) {
    jdbc.sql(
            "update monitoring.drift_window set state = 'judged', level = :level, ends_at = :to"
                + " where model_version = :version and state = 'counted'"
                + " and starts_at between :from and :last")
        .param("level", level.name().toLowerCase(Locale.ROOT))
        .param("to", at(last.to()))
        .param("version", first.modelVersion())
        .param("from", at(first.from()))
        .param("last", at(last.from()))
        .update();
  }

  /** The levels of the last windows that were judged, newest first. */
  List<DriftLevel> levels(String modelVersion, int windows) {
    return jdbc
        .sql(LEVELS)
        .param("version", modelVersion)
        .param("windows", windows)
        .query(String.class)
        .list()
        .stream()
        .map(level -> DriftLevel.valueOf(level.toUpperCase(Locale.ROOT)))
        .toList();
  }

  /** Whether a window that began later was stable. */
  boolean isStableSince(String modelVersion, Instant since) {
    return jdbc.sql(
            "select exists (select from monitoring.drift_window where model_version = :version"
                + " and level = 'stable' and starts_at >= :since)")
        .param("version", modelVersion)
        .param("since", at(since))
        .query(Boolean.class)
        .single();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static DriftWindow window(ResultSet row, int number) throws SQLException {
    return new DriftWindow(
        row.getString("model_version"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempt"),
        Optional.ofNullable(row.getString("counted_uri")));
  }
}
