package io.sallyport.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a case is and has been (F31), from a table of ours. */
@Component
public class Whereabouts {

  /** Visits of one case; a case that waits for a month re-reads a job every 15 minutes. */
  private static final int ROWS_MAX = 5_000;

  private final JdbcClient jdbc;

  Whereabouts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An entry into an activity.
   *
   * @param process id of the diagram
   * @param definition the diagram as it was released when the case began
   * @param kind as the engine calls it: {@code callActivity}, {@code boundaryError}
   */
  public record Visit(
      String process,
      String definition,
      String activity,
      String kind,
      Instant enteredAt,
      Optional<Instant> leftAt,
      boolean canceled) {

    public boolean isOpen() {
      return leftAt.isEmpty();
    }
  }

  /** The visits of the case that began with this instance, oldest first. */
  public List<Visit> of(String rootInstance) {
    return jdbc.sql(
            "select process, definition, activity, kind, entered_at, left_at, canceled from workflow.activity"
                + " where root_instance = :root order by entered_at limit :limit")
        .param("root", rootInstance)
        .param("limit", ROWS_MAX)
        .query(Whereabouts::visit)
        .list();
  }

  private static Visit visit(ResultSet row, int number) throws SQLException {
    return new Visit(
        row.getString("process"),
        row.getString("definition"),
        row.getString("activity"),
        row.getString("kind"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("left_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("canceled"));
  }
}
