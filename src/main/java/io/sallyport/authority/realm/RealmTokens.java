package io.sallyport.authority.realm;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.sallyport.rules.Refused;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of the realm by its published keys: signature, algorithm, issuer and time. What a
 * token is good for is its reader's business. A key that the realm no longer publishes is worth
 * nothing a minute later (R18).
 */
public final class RealmTokens {

  private static final Duration KEYS_ARE_GOOD_FOR = Duration.ofSeconds(60);

  /** An unknown key is looked for again, but not for every forged token. */
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

  /** Whoever needs a key that is not known waits for it no longer. */
  private static final Duration LOAD_WITHIN = Duration.ofSeconds(5);

  /** How far two clocks may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final Realm realm;
  private final Clock clock;
  private final RealmHttp http = new RealmHttp();
  private volatile Keys keys = new Keys(new JWKSet(), Instant.MIN);
  private @Nullable FutureTask<Keys> loading;
  private volatile Instant failed = Instant.MIN;

  public RealmTokens(Realm realm, Clock clock) {
    this.realm = realm;
    this.clock = clock;
  }

  /**
   * The token's claims and the key that signed it.
   *
   * @param book the first part of the rule ids in a refusal: {@code signature} or {@code token}
   */
  public Verified verify(String book, String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
      if (!JWSAlgorithm.ES384.equals(algorithm)) {
        throw new Refused(book + "/algorithm-is-the-realms", "alg", algorithm, "ES384");
      }
      String id = Optional.ofNullable(jwt.getHeader().getKeyID()).orElse("");
      JWK key = key(id).orElseThrow(() -> unsigned(book, "by an unknown key"));
      if (!(key instanceof ECKey ec)) throw unsigned(book, "by a key of another kind");
      if (!jwt.verify(new ECDSAVerifier(ec))) throw unsigned(book, "not valid");
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      refuseWrongOrigin(book, claims);
      String type = String.valueOf(jwt.getHeader().getType());
      return new Verified(token, claims, key.toJSONString(), type);
    } catch (ParseException | JOSEException e) {
      throw unsigned(book, "not readable");
    }
  }

  private static Refused unsigned(String book, String value) {
    return new Refused(book + "/realm-signed-it", "signature", value, "a key of the realm");
  }

  private void refuseWrongOrigin(String book, JWTClaimsSet claims) {
    if (!realm.issuer().toString().equals(claims.getIssuer())) {
      throw new Refused(book + "/issuer-is-the-realm", "iss", claims.getIssuer(), realm.issuer());
    }
    Date expires = claims.getExpirationTime();
    if (expires == null || !clock.instant().isBefore(expires.toInstant().plus(SKEW))) {
      throw new Refused(book + "/is-still-good", "exp", expires, "later than now");
    }
  }

  private Optional<JWK> key(String id) {
    Keys known = keys;
    Duration age = since(known.at());
    boolean old = age.compareTo(KEYS_ARE_GOOD_FOR) > 0;
    boolean unknown = known.set().getKeyByKeyId(id) == null;
    boolean again = unknown && age.compareTo(LOOK_AGAIN_AFTER) > 0;
    if (old || (again && !hasJustFailed())) known = loaded();
    return Optional.ofNullable(known.set().getKeyByKeyId(id));
  }

  /** One asks, and all who need the keys meanwhile wait for the same answer. */
  private Keys loaded() {
    if (hasJustFailed()) throw new Unreachable("The sign-in server's keys could not be read");
    FutureTask<Keys> mine = new FutureTask<>(this::published);
    FutureTask<Keys> first = firstOf(mine);
    if (mine.equals(first)) mine.run();
    try {
      return first.get(LOAD_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Unreachable("The sign-in server's keys cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Interrupted while waiting for the sign-in server's keys", e);
    }
  }

  private synchronized FutureTask<Keys> firstOf(FutureTask<Keys> mine) {
    if (loading == null || loading.isDone()) loading = mine;
    return loading;
  }

  /** A server that does not answer is left alone for a while, and nobody waits for it. */
  private boolean hasJustFailed() {
    return since(failed).compareTo(LOOK_AGAIN_AFTER) <= 0;
  }

  private Duration since(Instant then) {
    return then.equals(Instant.MIN)
        ? Duration.ofDays(1)
        : Duration.between(then, clock.instant()).abs();
  }

  private Keys published() throws ParseException {
    try {
      RealmClient.Answer answer = http.ask(HttpRequest.newBuilder(realm.keys()), LOAD_WITHIN);
      if (!answer.isOk()) throw new Unreachable("The sign-in server answered " + answer.status());
      Keys loaded = new Keys(JWKSet.parse(answer.body().toString()), clock.instant());
      keys = loaded;
      return loaded;
    } catch (Unreachable | ParseException e) {
      failed = clock.instant();
      throw e;
    }
  }

  private record Keys(JWKSet set, Instant at) {}

  /**
   * A token that the realm signed.
   *
   * @param jwk the public key that verifies it, as JSON
   * @param type the header's {@code typ}
   */
  public record Verified(String token, JWTClaimsSet claims, String jwk, String type) {

    /** The claim as text, empty when it is not there. */
    public String text(String claim) {
      Object value = claims.getClaim(claim);
      return value == null ? "" : value.toString();
    }

    /** A claim in seconds since 1970; 1970 when it is not there. */
    public Instant second(String claim) {
      return claims.getClaim(claim) instanceof Number number
          ? Instant.ofEpochSecond(number.longValue())
          : Instant.EPOCH;
    }
  }
}
