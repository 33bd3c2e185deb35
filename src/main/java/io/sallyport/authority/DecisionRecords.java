package io.sallyport.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Digest;
import io.sallyport.workflow.HumanTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packets, pending decisions and signatures, as rows. */
@Repository
class DecisionRecords {

  private static final String PENDING =
      """
      insert into authority.pending (task_id, person, statement, sha256, packet, outcome, grounds,
                                     limits, stated_at)
      values (:task, :person, :statement, :sha256, :packet, :outcome, :grounds, :limits::jsonb, :at)
      on conflict (task_id, person) do update
        set statement = excluded.statement, sha256 = excluded.sha256, packet = excluded.packet,
            outcome = excluded.outcome, grounds = excluded.grounds, limits = excluded.limits,
            stated_at = excluded.stated_at
      """;

  private static final String SIGNATURE =
      """
      insert into authority.signature (task_id, person, task, process_instance, model_version,
                                       outcome, envelope, signed_at)
      values (:taskId, :person, :task, :instance, :version, :outcome, :envelope, :at)
      on conflict (task_id, person) do nothing
      """;

  /** Rows on one page. */
  private static final int DONE_MAX = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;
  private final Clock clock;

  DecisionRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps what was seen; returns its digest. */
  Digest keep(String taskId, Bytes packet) {
    jdbc.sql(
            "insert into authority.packet (sha256, task_id, bytes, opened_at)"
                + " values (:sha256, :task, :bytes, :now) on conflict (sha256) do nothing")
        .param("sha256", packet.digest().hex())
        .param("task", taskId)
        .param("bytes", packet.toArray())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return packet.digest();
  }

  Optional<Bytes> packet(String sha256) {
    return jdbc.sql("select bytes from authority.packet where sha256 = :sha256")
        .param("sha256", sha256)
        .query((row, number) -> Bytes.of(row.getBytes("bytes")))
        .optional();
  }

  void keep(PendingDecision pending) {
    jdbc.sql(PENDING)
        .param("task", pending.taskId())
        .param("person", pending.person())
        .param("statement", pending.statement().toArray())
        .param("sha256", pending.statementSha256())
        .param("packet", pending.packetSha256())
        .param("outcome", pending.decision().outcome())
        .param("grounds", pending.decision().grounds())
        .param("limits", json(pending.decision().limits()))
        .param("at", pending.statedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PendingDecision> pending(String taskId, String person) {
    return jdbc.sql("select * from authority.pending where task_id = :task and person = :person")
        .param("task", taskId)
        .param("person", person)
        .query(DecisionRecords::pending)
        .optional();
  }

  void forget(String taskId, String person) {
    jdbc.sql("delete from authority.pending where task_id = :task and person = :person")
        .param("task", taskId)
        .param("person", person)
        .update();
  }

  /** False when this person has signed this task before. */
  boolean signed(HumanTask task, String person, String outcome, Digest envelope) {
    return jdbc.sql(SIGNATURE)
            .param("taskId", task.id())
            .param("person", person)
            .param("task", task.key())
            .param("instance", task.processInstance())
            .param("version", task.modelVersion())
            .param("outcome", outcome)
            .param("envelope", envelope.hex())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** The signed decisions of a process instance, in their order. */
  List<SignedDecision> signatures(String processInstance) {
    return jdbc.sql(
            "select person, outcome, envelope, signed_at from authority.signature"
                + " where process_instance = :instance order by signed_at, person")
        .param("instance", processInstance)
        .query(DecisionRecords::signature)
        .list();
  }

  /** What the person signed, newest first. */
  List<DoneDecision> done(String person) {
    return jdbc.sql(
            "select task_id, task, model_version, outcome, signed_at from authority.signature"
                + " where person = :person order by signed_at desc limit :limit")
        .param("person", person)
        .param("limit", DONE_MAX)
        .query(
            (row, number) ->
                new DoneDecision(
                    row.getString("task_id"),
                    row.getString("task"),
                    row.getString("model_version"),
                    row.getString("outcome"),
                    instant(row, "signed_at")))
        .list();
  }

  boolean isSigned(String taskId) {
    return jdbc.sql("select count(*) from authority.signature where task_id = :task")
            .param("task", taskId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static SignedDecision signature(ResultSet row, int number) throws SQLException {
    return new SignedDecision(
        row.getString("person"),
        row.getString("outcome"),
        row.getString("envelope"),
        instant(row, "signed_at"));
  }

  private static PendingDecision pending(ResultSet row, int number) throws SQLException {
    return new PendingDecision(
        row.getString("task_id"),
        row.getString("person"),
        Bytes.of(row.getBytes("statement")),
        row.getString("sha256"),
        row.getString("packet"),
        new Decision(
            row.getString("outcome"), row.getString("grounds"), map(row.getString("limits"))),
        instant(row, "stated_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static String json(Map<String, String> limits) {
    try {
      return JSON.writeValueAsString(limits);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A map of text is JSON", impossible);
    }
  }

  private static Map<String, String> map(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The database keeps JSON", impossible);
    }
  }
}
