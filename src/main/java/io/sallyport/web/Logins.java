package io.sallyport.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The logins of all nodes. A session is alive while its row is here and its sid has not ended. */
@Repository
class Logins {

  /** The sign-in server ends every session of its own after ten hours. */
  private static final Duration KEEP = Duration.ofHours(11);

  private static final String ADD =
      """
      insert into session.login (login_id, session_id, sid, subject, username, name, groups,
                                 auth_time, learnt_at, active_at, refresh_token)
      values (:id, :session, :sid, :subject, :username, :name, :groups, :authTime, :learnt, :active,
              :refresh)
      """;

  private static final String ALIVE =
      """
      select *
        from session.login
       where login_id = :id
         and not exists (select from session.ended where ended.sid = login.sid)
      """;

  /** The row as it is after it was taken, if nobody else has the turn and it is still old. */
  private static final String TAKE_TURN =
      """
         update session.login
            set learning_until = :until
          where login_id = :id
            and learnt_at <= :learntBefore
            and (learning_until is null or learning_until <= :now)
            and not exists (select from session.ended where ended.sid = login.sid)
      returning *
      """;

  private static final String DROP_OF_SID =
      """
      delete from session.login
       where login_id in (select login_id from session.login where sid = :sid for update skip locked)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Logins(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(Login login) {
    jdbc.sql(ADD)
        .param("id", login.id())
        .param("session", login.session())
        .param("sid", login.sid())
        .param("subject", login.subject())
        .param("username", login.username())
        .param("name", login.name())
        .param("groups", login.groups().toArray(String[]::new))
        .param("authTime", at(login.authTime()))
        .param("learnt", at(login.learntAt()))
        .param("active", at(login.activeAt()))
        .param("refresh", login.refreshToken())
        .update();
  }

  Optional<Login> alive(UUID id) {
    return jdbc.sql(ALIVE).param("id", id).query(Logins::login).optional();
  }

  /**
   * Gives the login to the one who shall learn its rights: a refresh token is good for one use.
   *
   * @param learntBefore rights that are younger need no learning
   * @param until when the turn ends by itself
   */
  Optional<Login> takeTurn(UUID id, Instant learntBefore, Instant until) {
    return jdbc.sql(TAKE_TURN)
        .param("id", id)
        .param("learntBefore", at(learntBefore))
        .param("now", at(clock.instant()))
        .param("until", at(until))
        .query(Logins::login)
        .optional();
  }

  /** The sign-in server could not be asked; the next request may. */
  void giveTurnBack(UUID id) {
    jdbc.sql("update session.login set learning_until = null where login_id = :id")
        .param("id", id)
        .update();
  }

  void learnt(UUID id, List<String> groups, String refreshToken) {
    jdbc.sql(
            """
            update session.login
               set groups = :groups, refresh_token = :refresh, learnt_at = :now,
                   learning_until = null
             where login_id = :id
            """)
        .param("groups", groups.toArray(String[]::new))
        .param("refresh", refreshToken)
        .param("now", at(clock.instant()))
        .param("id", id)
        .update();
  }

  void active(UUID id) {
    jdbc.sql("update session.login set active_at = :now where login_id = :id")
        .param("now", at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Ends one login and its HTTP session. */
  void end(Login login) {
    dropSession(login.session());
    jdbc.sql("delete from session.login where login_id = :id").param("id", login.id()).update();
  }

  /** Ends every login of the sign-in server's session, on whatever node; waits for nobody. */
  void endSid(String sid) {
    jdbc.sql("insert into session.ended values (:sid, :now) on conflict do nothing")
        .param("sid", sid)
        .param("now", at(clock.instant()))
        .update();
    jdbc.sql("select session_id from session.login where sid = :sid")
        .param("sid", sid)
        .query(String.class)
        .list()
        .forEach(this::dropSession);
    jdbc.sql(DROP_OF_SID).param("sid", sid).update();
  }

  @Scheduled(cron = "0 */10 * * * *")
  void dropOld() {
    OffsetDateTime before = at(clock.instant().minus(KEEP));
    jdbc.sql("delete from session.login where active_at < :before")
        .param("before", before)
        .update();
    jdbc.sql("delete from session.ended where ended_at < :before").param("before", before).update();
  }

  private void dropSession(String session) {
    jdbc.sql("delete from session.spring_session where session_id = :id")
        .param("id", session)
        .update();
  }

  private static Login login(ResultSet row, int number) throws SQLException {
    return new Login(
        row.getObject("login_id", UUID.class),
        row.getString("session_id"),
        row.getString("sid"),
        row.getString("subject"),
        row.getString("username"),
        row.getString("name"),
        List.of((String[]) row.getArray("groups").getArray()),
        row.getObject("auth_time", OffsetDateTime.class).toInstant(),
        row.getObject("learnt_at", OffsetDateTime.class).toInstant(),
        row.getObject("active_at", OffsetDateTime.class).toInstant(),
        row.getString("refresh_token"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
