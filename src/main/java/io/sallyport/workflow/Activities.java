package io.sallyport.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a case stands: read from our own table, never by a query of the engine. */
@Component
public class Activities {

  private static final String OPEN =
      """
      select process, activity, kind, entered_at
        from workflow.activity
       where root_instance = :root
         and left_at is null
         and kind not in ('processDefinition', 'callActivity', 'subProcess')
       order by entered_at desc
       limit 100
      """;

  private final JdbcClient jdbc;

  Activities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An activity that was entered and not left.
   *
   * @param kind as the engine calls it: {@code userTask}, {@code receiveTask}, {@code serviceTask}
   */
  public record Activity(String process, String activity, String kind, Instant since) {}

  /** The open activities of a case, newest first. */
  public List<Activity> open(String rootInstance) {
    return jdbc.sql(OPEN).param("root", rootInstance).query(Activities::activity).list();
  }

  private static Activity activity(ResultSet row, int number) throws SQLException {
    return new Activity(
        row.getString("process"),
        row.getString("activity"),
        row.getString("kind"),
        row.getObject("entered_at", OffsetDateTime.class).toInstant());
  }
}
