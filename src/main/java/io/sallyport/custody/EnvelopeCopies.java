package io.sallyport.custody;

import io.sallyport.aws.objects.LockedStore;
import io.sallyport.custody.proof.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies each envelope to the evidence bucket after its commit (design, rule 2 and trust 9): under
 * its own digest, locked in COMPLIANCE mode, so that a database administrator cannot make it
 * unsaid. Can be repeated; nodes share the work by row locks.
 */
@Component
public class EnvelopeCopies {

  private static final Logger LOG = LoggerFactory.getLogger(EnvelopeCopies.class);

  /** Envelopes in one round; what is left comes in the next. */
  private static final int ROUND_MAX = 100;

  private static final int FAILURE_LENGTH_MAX = 500;
  private static final int DOUBLINGS_MAX = 20;

  private static final String NEXT =
      """
      select copy.sha256, copy.failures, envelope.bytes
        from ledger.envelope_copy as copy
        join ledger.envelope as envelope using (sha256)
       where copy.copied_at is null
         and copy.due_at <= :now
       order by copy.due_at
       limit 1
         for update of copy skip locked
      """;

  private final LockedStore store;
  private final Settings settings;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EnvelopeCopies(
      LockedStore store,
      Settings settings,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * How far behind the copies are.
   *
   * @param waiting envelopes that are not in the bucket yet
   * @param oldest how long the first of them waits
   * @param failure why the last try failed; empty: none did
   * @param late whether one waits longer than the settings allow
   */
  public record Backlog(long waiting, Duration oldest, String failure, boolean late) {}

  /** Copies what is due, one after the other. */
  @Scheduled(fixedDelayString = "PT1S")
  void copy() {
    for (int copied = 0; copied < ROUND_MAX; copied++) {
      if (!Boolean.TRUE.equals(transaction.execute(status -> copyNext()))) return;
    }
  }

  public Backlog backlog() {
    Instant now = clock.instant();
    return jdbc.sql(
            "select count(*) as waiting, min(since) as oldest, coalesce(max(failure), '') as failure"
                + " from ledger.envelope_copy where copied_at is null")
        .query((row, number) -> backlog(row, now))
        .single();
  }

  private Backlog backlog(ResultSet row, Instant now) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
    Duration waits = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
    return new Backlog(
        row.getLong("waiting"),
        waits,
        row.getString("failure"),
        waits.compareTo(settings.copyLagMax()) > 0);
  }

  private boolean copyNext() {
    Optional<Waiting> next =
        jdbc.sql(NEXT).param("now", now()).query(EnvelopeCopies::waiting).optional();
    next.ifPresent(this::copy);
    return next.isPresent();
  }

  private void copy(Waiting envelope) {
    try {
      store.put(
          "envelopes/" + envelope.sha256() + ".json",
          envelope.bytes().toArray(),
          clock.instant().plus(settings.retention()));
      done(envelope);
    } catch (RuntimeException failed) {
      LOG.warn("Envelope {} is not copied: {}", envelope.sha256(), failed.toString());
      postpone(envelope, failed);
    }
  }

  private void done(Waiting envelope) {
    jdbc.sql(
            "update ledger.envelope_copy set copied_at = :now, failure = null"
                + " where sha256 = :sha256")
        .param("now", now())
        .param("sha256", envelope.sha256())
        .update();
  }

  private void postpone(Waiting envelope, RuntimeException failed) {
    String cause = failed.toString();
    jdbc.sql(
            "update ledger.envelope_copy set failures = failures + 1, due_at = :due,"
                + " failure = :failure where sha256 = :sha256")
        .param("due", now().plus(pause(envelope.failures())))
        .param("failure", cause.substring(0, Math.min(cause.length(), FAILURE_LENGTH_MAX)))
        .param("sha256", envelope.sha256())
        .update();
  }

  private Duration pause(int failures) {
    Duration pause = settings.copyRetry().multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
    return pause.compareTo(settings.copyRetryMax()) > 0 ? settings.copyRetryMax() : pause;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getString("sha256"), row.getInt("failures"), Bytes.of(row.getBytes("bytes")));
  }

  private record Waiting(String sha256, int failures, Bytes bytes) {}
}
