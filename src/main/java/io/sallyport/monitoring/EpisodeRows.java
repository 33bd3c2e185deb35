package io.sallyport.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.models.Findings;
import io.sallyport.rules.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The episodes as rows: at most one of a version is open, by an index. */
@Repository
class EpisodeRows {

  private static final String INSERT =
      """
      insert into monitoring.episode (model_version, reason, level, because, findings, opened_at)
      values (:version, :reason, :level, :because, :findings::jsonb, :now)
      on conflict (model_version) where closed_at is null do nothing
      returning id
      """;

  /** The highest level counts; findings are added behind those that are known. */
  private static final String ADD =
      """
      update monitoring.episode
         set findings = findings || :findings::jsonb,
             level = coalesce((array['major', 'alarm', 'watch'])[least(
                       array_position(array['major', 'alarm', 'watch'], level),
                       array_position(array['major', 'alarm', 'watch'], cast(:level as text)))], level)
       where model_version = :version
         and closed_at is null
      """;

  private static final String OPEN =
      """
      select id, model_version, reason, level, because, findings, opened_at
        from monitoring.episode
       where model_version = :version
         and closed_at is null
      """;

  private static final String CLOSE =
      """
      update monitoring.episode
         set closed_at = :now, outcome = :outcome
       where model_version = :version
         and closed_at is null
      """;

  private static final String DECIDED =
      """
      select level, closed_at
        from monitoring.episode
       where model_version = :version
         and level is not null
         and closed_at is not null
       order by id desc
       limit 1
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Clock clock;

  EpisodeRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The id of the new episode; empty when one is open, also one of another transaction. */
  Optional<Long> insert(Opening opening) {
    return jdbc.sql(INSERT)
        .param("version", opening.modelVersion())
        .param("reason", opening.reason().word())
        .param("level", opening.level().map(Level::word).orElse(null))
        .param("because", opening.because())
        .param("findings", json(opening.findings()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  /** Adds to the open episode what was found later. */
  void add(Opening later) {
    requireOne(
        "added to",
        later.modelVersion(),
        jdbc.sql(ADD)
            .param("version", later.modelVersion())
            .param("level", later.level().map(Level::word).orElse(null))
            .param("findings", json(later.findings()))
            .update());
  }

  Optional<Episode> open(String modelVersion) {
    return jdbc.sql(OPEN).param("version", modelVersion).query(EpisodeRows::episode).optional();
  }

  /** The drift that was decided about last. */
  Optional<DecidedDrift> decidedDrift(String modelVersion) {
    return jdbc.sql(DECIDED)
        .param("version", modelVersion)
        .query(
            (row, number) ->
                new DecidedDrift(
                    Level.named(row.getString("level")),
                    row.getObject("closed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void close(String modelVersion, String outcome) {
    requireOne(
        "closed",
        modelVersion,
        jdbc.sql(CLOSE)
            .param("version", modelVersion)
            .param("outcome", outcome)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update());
  }

  /** Whoever changes an episode has made sure that it is there: anything else is trouble. */
  private static void requireOne(String change, String modelVersion, int episodes) {
    if (episodes != 1) {
      throw new IllegalStateException(
          episodes + " episodes of " + modelVersion + " would be " + change + ", not one");
    }
  }

  private static Episode episode(ResultSet row, int number) throws SQLException {
    return new Episode(
        row.getLong("id"),
        row.getString("model_version"),
        Reason.named(row.getString("reason")),
        Optional.ofNullable(row.getString("level")).map(Level::named),
        row.getString("because"),
        findings(row.getString("findings")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static String json(List<Finding> findings) {
    try {
      return JSON.writeValueAsString(Findings.json(findings));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Lists of maps of text are JSON", impossible);
    }
  }

  private static List<Finding> findings(String json) {
    try {
      return Findings.read(JSON.readTree(json));
    } catch (JsonProcessingException malformed) {
      throw new IllegalStateException("The database keeps JSON", malformed);
    }
  }
}
