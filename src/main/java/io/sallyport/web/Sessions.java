package io.sallyport.web;

import io.sallyport.authority.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a login is still good, asked with every request: not idle too long, not ended, and with
 * rights that are a minute old at most (R12, R17).
 */
@Component
class Sessions {

  /** Writing every request down would be a write per request. */
  private static final Duration ACTIVE_EVERY = Duration.ofSeconds(5);

  private final Logins logins;
  private final SignInServer server;
  private final Settings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Sessions(
      Logins logins,
      SignInServer server,
      Settings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.logins = logins;
    this.server = server;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * The login with current rights; empty when it has ended.
   *
   * @param watching the request is a page's own refresh, which keeps no session alive
   */
  Optional<Login> current(UUID id, boolean watching) {
    Optional<Login> known = logins.alive(id);
    if (known.isEmpty()) return Optional.empty();
    Login login = known.get();
    if (isOlder(login.activeAt(), idleMax(login))) {
      end(login);
      return Optional.empty();
    }
    if (!watching && isOlder(login.activeAt(), ACTIVE_EVERY)) logins.active(id);
    if (!isOlder(login.learntAt(), settings.learnRightsEvery())) return known;
    return Optional.ofNullable(transaction.execute(status -> learn(id).orElse(null)));
  }

  /** Ends the login here and at the sign-in server. */
  void end(Login login) {
    logins.end(login);
    server.end(login);
  }

  /** Ends what belongs to this id, if it is there. */
  void end(UUID id) {
    logins.alive(id).ifPresent(this::end);
  }

  /** Under the row's lock: a second request of the session finds what the first has learnt. */
  private Optional<Login> learn(UUID id) {
    Optional<Login> locked = logins.aliveAndLocked(id);
    if (locked.isEmpty()) return Optional.empty();
    Login login = locked.get();
    if (!isOlder(login.learntAt(), settings.learnRightsEvery())) return locked;
    Optional<SignInServer.Rights> rights = server.refresh(login);
    if (rights.isEmpty()) {
      logins.end(login);
      return Optional.empty();
    }
    logins.learnt(id, rights.get().groups(), rights.get().refreshToken());
    return logins.alive(id);
  }

  private Duration idleMax(Login login) {
    return login.person().isAnywhere(Role.ADMINISTRATOR)
        ? settings.administratorIdleMax()
        : settings.idleMax();
  }

  private boolean isOlder(Instant instant, Duration limit) {
    return Duration.between(instant, clock.instant()).compareTo(limit) >= 0;
  }
}
