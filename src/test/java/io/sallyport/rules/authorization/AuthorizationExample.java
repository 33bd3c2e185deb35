package io.sallyport.rules.authorization;

import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import io.sallyport.rules.authorization.AuthorizationFacts.Floored;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import io.sallyport.rules.authorization.AuthorizationFacts.Naming;
import io.sallyport.rules.technical.Floors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A version of tier significant that passed everything and needs two approvals. */
final class AuthorizationExample {

  static final String DIGEST = "a".repeat(64);
  static final String OTHER = "b".repeat(64);
  static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");
  static final String TIER = "significant";
  static final List<GatePassed> PASSED =
      List.of(new GatePassed(1, DIGEST), new GatePassed(2, DIGEST));
  static final Floors FLOORS = new Floors(300, 30, Map.of("accuracy", "0.80"), "0.005", 10);
  static final Floored FLOORED = new Floored(TIER, Optional.of(FLOORS));
  static final List<Decided> SIGNED =
      List.of(new Decided("alice", true, DIGEST), new Decided("bob", true, DIGEST));

  static final SecurityReview CLEAN = new SecurityReview("pass", OptionalInt.of(0), List.of());
  static final Set<String> NAMED = Set.of("alice", "bob");
  static final Naming NAMING = new Naming(TIER, 2, NAMED);
  static final Map<String, List<String>> NO_PARTS = Map.of("emil", List.of("submitted it"));

  private static final Instant IN_TIME = EXPIRES.minusSeconds(1);

  private AuthorizationExample() {}

  static AuthorizationFacts authorized() {
    return at(IN_TIME);
  }

  static AuthorizationFacts passed(List<GatePassed> passed) {
    return new AuthorizationFacts(
        DIGEST, TIER, passed, FLOORED, CLEAN, NAMING, NO_PARTS, SIGNED, Set.of(), EXPIRES, IN_TIME,
        List.of());
  }

  static AuthorizationFacts reviewed(SecurityReview review) {
    return new AuthorizationFacts(
        DIGEST, TIER, PASSED, FLOORED, review, NAMING, NO_PARTS, SIGNED, Set.of(), EXPIRES, IN_TIME,
        List.of());
  }

  static AuthorizationFacts signed(int needed, List<Decided> signatures) {
    Naming naming = new Naming(TIER, needed, NAMED);
    return new AuthorizationFacts(
        DIGEST,
        TIER,
        PASSED,
        FLOORED,
        CLEAN,
        naming,
        NO_PARTS,
        signatures,
        Set.of(),
        EXPIRES,
        IN_TIME,
        List.of());
  }

  /** Gate 1 judged by these. */
  static AuthorizationFacts floored(Floored floored) {
    return new AuthorizationFacts(
        DIGEST, TIER, PASSED, floored, CLEAN, NAMING, NO_PARTS, SIGNED, Set.of(), EXPIRES, IN_TIME,
        List.of());
  }

  /** Gate 3 counted by this tier and quorum. */
  static AuthorizationFacts counted(String tier, int needed) {
    return authorized().with(new Naming(tier, needed, NAMED));
  }

  static AuthorizationFacts ofTier(String tier, int needed) {
    return new AuthorizationFacts(
        DIGEST,
        tier,
        PASSED,
        new Floored(tier, FLOORED.floors()),
        CLEAN,
        new Naming(tier, needed, NAMED),
        NO_PARTS,
        SIGNED,
        Set.of(),
        EXPIRES,
        IN_TIME,
        List.of());
  }

  static AuthorizationFacts parts(Map<String, List<String>> parts) {
    return new AuthorizationFacts(
        DIGEST, TIER, PASSED, FLOORED, CLEAN, NAMING, parts, SIGNED, Set.of(), EXPIRES, IN_TIME,
        List.of());
  }

  static AuthorizationFacts ended(Set<String> endings) {
    return new AuthorizationFacts(
        DIGEST, TIER, PASSED, FLOORED, CLEAN, NAMING, NO_PARTS, SIGNED, endings, EXPIRES, IN_TIME,
        List.of());
  }

  /** Later somebody decided again. */
  static AuthorizationFacts redecided(Redecided... later) {
    return new AuthorizationFacts(
        DIGEST,
        TIER,
        PASSED,
        FLOORED,
        CLEAN,
        NAMING,
        NO_PARTS,
        SIGNED,
        Set.of(),
        EXPIRES,
        IN_TIME,
        List.of(later));
  }

  static AuthorizationFacts at(Instant at) {
    return new AuthorizationFacts(
        DIGEST, TIER, PASSED, FLOORED, CLEAN, NAMING, NO_PARTS, SIGNED, Set.of(), EXPIRES, at,
        List.of());
  }
}
