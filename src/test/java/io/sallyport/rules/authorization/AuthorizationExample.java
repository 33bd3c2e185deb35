package io.sallyport.rules.authorization;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import java.time.Instant;
import java.util.List;
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

  private AuthorizationExample() {}

  static AuthorizationFacts authorized() {
    return new AuthorizationFacts(
        DIGEST, PASSED, 2, SIGNED, Set.of(), EXPIRES, EXPIRES.minusSeconds(1));
  }

  static AuthorizationFacts passed(List<GatePassed> passed) {
    return new AuthorizationFacts(
        DIGEST, passed, 2, SIGNED, Set.of(), EXPIRES, EXPIRES.minusSeconds(1));
  }

  static AuthorizationFacts signed(int needed, List<Decided> signatures) {
    return new AuthorizationFacts(
        DIGEST, PASSED, needed, signatures, Set.of(), EXPIRES, EXPIRES.minusSeconds(1));
  }

  static AuthorizationFacts ended(Set<String> endings) {
    return new AuthorizationFacts(
        DIGEST, PASSED, 2, SIGNED, endings, EXPIRES, EXPIRES.minusSeconds(1));
  }

  static AuthorizationFacts at(Instant at) {
    return new AuthorizationFacts(DIGEST, PASSED, 2, SIGNED, Set.of(), EXPIRES, at);
  }
}
