package io.sallyport.custody;

import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only door to the facts (S08). A fact is appended in the transaction that makes it true; each
 * carries the digest of its subject's previous one, so that a changed or missing fact is noticed.
 * Rows are append-only by grants and by triggers.
 */
@Component
public class Ledger {

  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  private static final String INSERT =
      """
      insert into ledger.fact (subject, ordinal, kind, kind_version, actor, letter, occurred_at,
                               recorded_at, process_instance, activity, definition, bytes, sha256,
                               sha384)
      values (:subject, :ordinal, :kind, :kindVersion, :actor, :letter, :occurredAt, :recordedAt,
              :processInstance, :activity, :definition, :bytes, :sha256, :sha384)
      """;

  private static final String SELECT =
      """
      select subject, ordinal, kind, actor, occurred_at, recorded_at, sha256, bytes
        from ledger.fact
       where subject = :subject
       order by ordinal
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Holds {@code subject} until the transaction ends: whoever decides about it comes one after the
   * other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(String subject) {
    jdbc.sql("insert into ledger.subject (subject) values (:subject) on conflict do nothing")
        .param("subject", subject)
        .update();
    jdbc.sql("select ordinals from ledger.subject where subject = :subject for update")
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  /** Appends the fact as the next of its subject. */
  @Transactional(propagation = Propagation.MANDATORY)
  public RecordedFact append(Fact fact) {
    lock(fact.subject());
    int ordinal =
        jdbc.sql(
                "update ledger.subject set ordinals = ordinals + 1 where subject = :subject"
                    + " returning ordinals")
            .param("subject", fact.subject())
            .query(Integer.class)
            .single();
    Instant recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Bytes bytes = bytes(fact, ordinal, previous(fact.subject(), ordinal), recordedAt);
    RecordedFact recorded =
        new RecordedFact(
            fact.subject(),
            ordinal,
            fact.kind(),
            fact.actor(),
            fact.occurredAt(),
            recordedAt,
            bytes.digest(),
            bytes);
    insert(fact, recorded);
    tell(recorded);
    return recorded;
  }

  /** A line a fact, once it is true: what monitors watch. Never a payload (SI-11). */
  private static void tell(RecordedFact recorded) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            log.info(
                "{} of {} is fact {}, {}",
                recorded.kind(),
                recorded.subject(),
                recorded.ordinal(),
                recorded.sha256().hex());
          }
        });
  }

  /** The facts about {@code subject}, oldest first. */
  public List<RecordedFact> facts(String subject) {
    return jdbc.sql(SELECT).param("subject", subject).query(Ledger::recorded).list();
  }

  private Optional<Digest> previous(String subject, int ordinal) {
    return jdbc.sql(
            "select sha256 from ledger.fact where subject = :subject and ordinal = :ordinal")
        .param("subject", subject)
        .param("ordinal", ordinal - 1)
        .query((row, number) -> new Digest(row.getString("sha256")))
        .optional();
  }

  private static Bytes bytes(
      Fact fact, int ordinal, Optional<Digest> previous, Instant recordedAt) {
    Map<String, Object> json = new TreeMap<>();
    json.put("kind", fact.kind());
    json.put("kindVersion", fact.kindVersion());
    json.put("subject", fact.subject());
    json.put("ordinal", ordinal);
    previous.ifPresent(digest -> json.put("previous", digest.hex()));
    json.put("actor", fact.actor());
    fact.letter().ifPresent(letter -> json.put("letter", letter));
    json.put("occurredAt", fact.occurredAt().toString());
    json.put("recordedAt", recordedAt.toString());
    fact.origin()
        .ifPresent(
            origin -> {
              json.put("processInstance", origin.processInstance());
              json.put("activity", origin.activity());
              json.put("definition", origin.definition());
            });
    json.put("payload", fact.payload());
    return Bytes.of(CanonicalJson.write(json));
  }

  private void insert(Fact fact, RecordedFact recorded) {
    Optional<Fact.Origin> origin = fact.origin();
    jdbc.sql(INSERT)
        .param("subject", fact.subject())
        .param("ordinal", recorded.ordinal())
        .param("kind", fact.kind())
        .param("kindVersion", fact.kindVersion())
        .param("actor", fact.actor())
        .param("letter", fact.letter().orElse(null))
        .param("occurredAt", fact.occurredAt().atOffset(ZoneOffset.UTC))
        .param("recordedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC))
        .param("processInstance", origin.map(Fact.Origin::processInstance).orElse(null))
        .param("activity", origin.map(Fact.Origin::activity).orElse(null))
        .param("definition", origin.map(Fact.Origin::definition).orElse(null))
        .param("bytes", recorded.bytes().toArray())
        .param("sha256", recorded.sha256().hex())
        .param("sha384", Digest.sha384(recorded.bytes().toArray()))
        .update();
  }

  private static RecordedFact recorded(ResultSet row, int number) throws SQLException {
    return new RecordedFact(
        row.getString("subject"),
        row.getInt("ordinal"),
        row.getString("kind"),
        row.getString("actor"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new Digest(row.getString("sha256")),
        Bytes.of(row.getBytes("bytes")));
  }
}
