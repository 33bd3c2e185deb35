package io.sallyport.custody;

import io.sallyport.aws.objects.Keys;
import io.sallyport.aws.objects.Signature;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Statements, signed by the evidence key (P-384, SHA-384) and kept beside the facts (F12, S12). */
@Component
public class Evidence {

  private final Keys keys;
  private final EvidenceKeysUsed used;
  private final JdbcClient jdbc;
  private final Clock clock;

  Evidence(Keys keys, EvidenceKeysUsed used, JdbcClient jdbc, Clock clock) {
    this.keys = keys;
    this.used = used;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Signs. Of the statement nothing is recorded yet; of a key that was never used, that it is. A
   * person's decision is signed before its transaction begins.
   */
  public Envelope sign(Statement statement) {
    Bytes payload = Bytes.of(statement.toBytes());
    Signature signature = keys.sign(Envelope.preAuthenticationEncoding(Envelope.IN_TOTO, payload));
    used.record(signature.key());
    String keyId = Envelope.keyId(signature.key());
    return new Envelope(
        Envelope.IN_TOTO,
        payload,
        List.of(new Envelope.Signed(keyId, Bytes.of(signature.bytes()))));
  }

  /**
   * Keeps the envelope, and has it copied to the evidence bucket after the commit. It is void until
   * a fact of the same transaction names its digest, which is returned.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Digest keep(String subject, Envelope envelope) {
    byte[] bytes = envelope.toBytes();
    Digest digest = Digest.of(bytes);
    jdbc.sql("insert into ledger.subject (subject) values (:subject) on conflict do nothing")
        .param("subject", subject)
        .update();
    jdbc.sql(
            "insert into ledger.envelope (sha256, subject, bytes, recorded_at)"
                + " values (:sha256, :subject, :bytes, :now) on conflict (sha256) do nothing")
        .param("sha256", digest.hex())
        .param("subject", subject)
        .param("bytes", bytes)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            "insert into ledger.envelope_copy (sha256, since, due_at)"
                + " values (:sha256, :now, :now) on conflict (sha256) do nothing")
        .param("sha256", digest.hex())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return digest;
  }

  /** Signs and keeps in one go: a step's own statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Digest record(String subject, Statement statement) {
    return keep(subject, sign(statement));
  }

  /** The envelopes about {@code subject}, in the order in which they were kept. */
  public List<Envelope> about(String subject) {
    return jdbc.sql(
            "select bytes from ledger.envelope where subject = :subject order by recorded_at, sha256")
        .param("subject", subject)
        .query((row, number) -> Envelope.parse(row.getBytes("bytes")))
        .list();
  }
}
