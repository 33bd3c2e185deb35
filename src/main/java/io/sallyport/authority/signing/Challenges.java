package io.sallyport.authority.signing;

import io.sallyport.rules.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open and used challenges. Using one is a single statement, so that it can happen only once. */
@Repository
class Challenges {

  /** How long a person may take to answer (trust 5). */
  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private static final String OPEN =
      """
      insert into authority.challenge (state, session_sha256, subject, task_id, statement_sha256,
                                       challenge, code_verifier, created_at)
      values (:state, :session, :subject, :task, :statement, :challenge, :verifier, :at)
      """;

  private static final String USE =
      """
         update authority.challenge
            set used_at = :at
          where state = :state
            and session_sha256 = :session
            and subject = :subject
            and used_at is null
      returning *
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Challenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps an open challenge and drops what lapsed an hour ago. */
  void open(Challenge challenge) {
    jdbc.sql("delete from authority.challenge where created_at < :before")
        .param("before", at(clock.instant().minus(Duration.ofHours(1))))
        .update();
    jdbc.sql(OPEN)
        .param("state", challenge.state())
        .param("session", challenge.sessionSha256())
        .param("subject", challenge.subject())
        .param("task", challenge.taskId())
        .param("statement", challenge.statementSha256())
        .param("challenge", challenge.value())
        .param("verifier", challenge.codeVerifier())
        .param("at", at(challenge.createdAt()))
        .update();
  }

  /** The challenge, now used; or the reason why it cannot be used. */
  Challenge use(String state, String sessionSha256, String subject) {
    Instant now = clock.instant();
    Challenge used =
        jdbc.sql(USE)
            .param("at", at(now))
            .param("state", state)
            .param("session", sessionSha256)
            .param("subject", subject)
            .query(Challenges::challenge)
            .optional()
            .orElseThrow(() -> refusal(state, sessionSha256, subject));
    Duration age = Duration.between(used.createdAt(), now);
    if (age.compareTo(GOOD_FOR) > 0) {
      throw new Refused("signature/challenge-is-fresh", "age", age, GOOD_FOR);
    }
    return used;
  }

  /** The challenge that was made in this session, used or not. */
  Optional<Challenge> of(String state, String sessionSha256) {
    return jdbc.sql(
            "select * from authority.challenge where state = :state and session_sha256 = :session")
        .param("state", state)
        .param("session", sessionSha256)
        .query(Challenges::challenge)
        .optional();
  }

  /** The task of a challenge that this person was asked; empty for anybody else's. */
  Optional<String> taskOf(String state, String subject) {
    return jdbc.sql(
            "select task_id from authority.challenge where state = :state and subject = :subject")
        .param("state", state)
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  private Refused refusal(String state, String sessionSha256, String subject) {
    Optional<Challenge> known =
        jdbc.sql("select * from authority.challenge where state = :state")
            .param("state", state)
            .query(Challenges::challenge)
            .optional();
    if (known.isEmpty()) {
      return new Refused("signature/challenge-is-known", "state", "unknown", "one that we made");
    }
    if (!known.get().sessionSha256().equals(sessionSha256)) {
      return new Refused(
          "signature/challenge-is-of-this-session", "session", "another", "the one that asked");
    }
    if (!known.get().subject().equals(subject)) {
      return new Refused(
          "signature/challenge-is-of-this-person", "person", subject, known.get().subject());
    }
    return new Refused("signature/challenge-is-used-once", "challenge", "used before", "once");
  }

  private static Challenge challenge(ResultSet row, int number) throws SQLException {
    return new Challenge(
        row.getString("state"),
        row.getString("session_sha256"),
        row.getString("subject"),
        row.getString("task_id"),
        row.getString("statement_sha256"),
        row.getString("challenge"),
        row.getString("code_verifier"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** A row: what was asked, of whom, in which session. */
  record Challenge(
      String state,
      String sessionSha256,
      String subject,
      String taskId,
      String statementSha256,
      String value,
      String codeVerifier,
      Instant createdAt) {}
}
