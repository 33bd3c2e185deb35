package io.sallyport.authority;

import io.sallyport.workflow.HumanTask;
import io.sallyport.workflow.HumanTaskListener;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks, in a table of ours (F35): no question of a person becomes an engine query. */
@Component
public class Inbox implements HumanTaskListener {

  private static final String CREATED =
      """
      insert into authority.inbox (task_id, task, name, model_version, process_instance,
                                   root_instance, assignee, groups, created_at, due_at)
      values (:taskId, :task, :name, :modelVersion, :instance, :root, :assignee, :groups, :created,
              :due)
      """;

  private static final String COLUMNS =
      """
      select task_id, task, name, model_version, process_instance, root_instance, assignee, groups,
             created_at, due_at
        from authority.inbox
      """;

  private static final String FOR_PERSON =
      COLUMNS
          + """
           where ended_at is null
             and (assignee = :person or (assignee is null and groups && cast(:groups as text[])))
           order by due_at nulls last, created_at
           limit :limit
          """;

  private static final String WAITING =
      COLUMNS
          + """
           where ended_at is null
             and assignee is distinct from :person
             and (model_version = any(:versions)
                  or process_instance in (select process_instance
                                            from authority.signature
                                           where person = :person))
           order by created_at
           limit :limit
          """;

  /** Rows on one page; more would not be read. */
  private static final int ROWS_MAX = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void created(HumanTask task) {
    jdbc.sql(CREATED)
        .param("taskId", task.id())
        .param("task", task.key())
        .param("name", task.name())
        .param("modelVersion", task.modelVersion())
        .param("instance", task.processInstance())
        .param("root", task.rootInstance())
        .param("assignee", task.assignee().orElse(null))
        .param("groups", task.candidateGroups().toArray(String[]::new))
        .param("created", task.createdAt().atOffset(ZoneOffset.UTC))
        .param("due", task.dueAt().map(due -> due.atOffset(ZoneOffset.UTC)).orElse(null))
        .update();
  }

  @Override
  public void ended(String taskId) {
    jdbc.sql("update authority.inbox set ended_at = :now where task_id = :id and ended_at is null")
        .param("id", taskId)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What {@code person} is asked to decide, most urgent first. */
  public List<HumanTask> of(Person person) {
    return jdbc.sql(FOR_PERSON)
        .param("person", person.subject())
        .param("groups", person.groups().toArray(String[]::new))
        .param("limit", ROWS_MAX)
        .query(Inbox::task)
        .list();
  }

  /** The open tasks about a model version. */
  public List<HumanTask> about(String modelVersion) {
    return jdbc.sql(
            COLUMNS + " where ended_at is null and model_version = :version order by created_at")
        .param("version", modelVersion)
        .query(Inbox::task)
        .list();
  }

  /** The open tasks about some model versions. */
  public List<HumanTask> about(List<String> modelVersions) {
    return jdbc.sql(
            COLUMNS
                + " where ended_at is null and model_version = any(:versions) order by created_at")
        .param("versions", modelVersions.toArray(String[]::new))
        .query(Inbox::task)
        .list();
  }

  /** What others are asked: about {@code versions}, or beside a signature of this person. */
  public List<HumanTask> others(Person person, List<String> versions) {
    return jdbc.sql(WAITING)
        .param("person", person.subject())
        .param("versions", versions.toArray(String[]::new))
        .param("limit", ROWS_MAX)
        .query(Inbox::task)
        .list();
  }

  /** All who were and are asked the same thing: the tasks of one process instance. */
  public List<HumanTask> beside(HumanTask task) {
    return jdbc.sql(
            COLUMNS
                + " where process_instance = :instance and task = :task order by created_at, task_id"
                + " limit :limit")
        .param("instance", task.processInstance())
        .param("task", task.key())
        .param("limit", ROWS_MAX)
        .query(Inbox::task)
        .list();
  }

  /** The task, while it waits. */
  public Optional<HumanTask> open(String taskId) {
    return jdbc.sql(COLUMNS + " where ended_at is null and task_id = :id")
        .param("id", taskId)
        .query(Inbox::task)
        .optional();
  }

  /** The task, whether it waits or not. */
  public Optional<HumanTask> any(String taskId) {
    return jdbc.sql(COLUMNS + " where task_id = :id")
        .param("id", taskId)
        .query(Inbox::task)
        .optional();
  }

  private static HumanTask task(ResultSet row, int number) throws SQLException {
    return new HumanTask(
        row.getString("task_id"),
        row.getString("task"),
        row.getString("name"),
        row.getString("model_version"),
        row.getString("process_instance"),
        row.getString("root_instance"),
        Optional.ofNullable(row.getString("assignee")),
        List.of((String[]) row.getArray("groups").getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class)).map(Inbox::instant));
  }

  private static Instant instant(@Nullable OffsetDateTime time) {
    if (time == null) {
      throw new IllegalStateException("Only present times are converted");
    }
    return time.toInstant();
  }
}
