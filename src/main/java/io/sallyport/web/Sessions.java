package io.sallyport.web;

import io.sallyport.authority.Role;
import io.sallyport.authority.realm.Unreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Whether a login is still good, asked with every request: not idle too long, not ended, and with
 * rights that are a minute old at most (R12, R17).
 */
@Component
class Sessions {

  /** Writing every request down would be a write per request. */
  private static final Duration ACTIVE_EVERY = Duration.ofSeconds(5);

  /** The sign-in server answers within seven seconds, twice if its keys are looked up, or never. */
  private static final Duration TURN_MAX = Duration.ofSeconds(15);

  /** In milliseconds: a refresh takes some tens. */
  private static final long PAUSE = 50;

  private final Logins logins;
  private final SignInServer server;
  private final Settings settings;
  private final Clock clock;

  Sessions(Logins logins, SignInServer server, Settings settings, Clock clock) {
    this.logins = logins;
    this.server = server;
    this.settings = settings;
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
    return isOld(login) ? learn(id) : known;
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

  /**
   * One request of a session asks the sign-in server, the others wait for what it learns; meanwhile
   * none holds a lock or a connection.
   *
   * @throws Unreachable when the one that asks needs too long
   */
  private Optional<Login> learn(UUID id) {
    BackOffExecution pauses = new FixedBackOff(PAUSE, TURN_MAX.toMillis() / PAUSE).start();
    while (true) {
      Instant now = clock.instant();
      Optional<Login> turn =
          logins.takeTurn(id, now.minus(settings.learnRightsEvery()), now.plus(TURN_MAX));
      if (turn.isPresent()) return learn(turn.get());
      Optional<Login> known = logins.alive(id);
      if (known.isEmpty() || !isOld(known.get())) return known;
      pause(pauses.nextBackOff());
    }
  }

  private Optional<Login> learn(Login login) {
    Optional<SignInServer.Rights> rights;
    try {
      rights = server.refresh(login);
    } catch (RuntimeException notAsked) {
      logins.giveTurnBack(login.id());
      throw notAsked;
    }
    if (rights.isEmpty()) {
      logins.end(login);
      return Optional.empty();
    }
    logins.learnt(login.id(), rights.get().groups(), rights.get().refreshToken());
    return logins.alive(login.id());
  }

  private static void pause(long milliseconds) {
    if (milliseconds == BackOffExecution.STOP) {
      throw new Unreachable("Nobody has learnt the person's rights in " + TURN_MAX);
    }
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while rights were learnt", shutdown);
    }
  }

  private boolean isOld(Login login) {
    return isOlder(login.learntAt(), settings.learnRightsEvery());
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
