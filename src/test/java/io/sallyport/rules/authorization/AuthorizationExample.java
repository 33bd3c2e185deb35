package io.sallyport.rules.authorization;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A version that passed everything and needs two approvals. */
final class AuthorizationExample {

  static final String DIGEST = "a".repeat(64);
  static final String OTHER = "b".repeat(64);
  static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");
  static final List<GatePassed> PASSED =
      List.of(new GatePassed(1, DIGEST), new GatePassed(2, DIGEST));
  static final List<Decided> SIGNED =
      List.of(new Decided("alice", true, DIGEST), new Decided("bob", true, DIGEST));

  static final Set<String> NAMED = Set.of("alice", "bob");
  static final Map<String, List<String>> NO_PARTS = Map.of("emil", List.of("submitted it"));

  private AuthorizationExample() {}

  static AuthorizationFacts authorized() {
    return at(EXPIRES.minusSeconds(1));
  }

  static AuthorizationFacts passed(List<GatePassed> passed) {
    AuthorizationFacts it = authorized();
    return new AuthorizationFacts(
        DIGEST, passed, 2, NAMED, NO_PARTS, it.signatures(), Set.of(), EXPIRES, it.at());
  }

  static AuthorizationFacts signed(int needed, List<Decided> signatures) {
    Instant at = EXPIRES.minusSeconds(1);
    return new AuthorizationFacts(
        DIGEST, PASSED, needed, NAMED, NO_PARTS, signatures, Set.of(), EXPIRES, at);
  }

  static AuthorizationFacts parts(Map<String, List<String>> parts) {
    Instant at = EXPIRES.minusSeconds(1);
    return new AuthorizationFacts(DIGEST, PASSED, 2, NAMED, parts, SIGNED, Set.of(), EXPIRES, at);
  }

  static AuthorizationFacts ended(Set<String> endings) {
    Instant at = EXPIRES.minusSeconds(1);
    return new AuthorizationFacts(DIGEST, PASSED, 2, NAMED, NO_PARTS, SIGNED, endings, EXPIRES, at);
  }

  static AuthorizationFacts at(Instant at) {
    return new AuthorizationFacts(
        DIGEST, PASSED, 2, NAMED, NO_PARTS, SIGNED, Set.of(), EXPIRES, at);
  }
}
