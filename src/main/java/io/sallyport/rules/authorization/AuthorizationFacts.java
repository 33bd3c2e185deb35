package io.sallyport.rules.authorization;

import io.sallyport.rules.technical.Floors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the ledger says when it is asked whether a model version may answer (S11, S13, design rule
 * 4): decided again at deployment, at restoration and by an auditor, from facts alone.
 *
 * @param modelDigest SHA-256 of the artifact that is about to be deployed
 * @param tier of the version, as its submission was recorded: {@code significant}
 * @param gatesPassed what passed which gate
 * @param floored by which floors Gate 1 judged
 * @param review what Gate 2 came to about the artifact
 * @param naming whom Gate 3 named, and how many of them it asked for
 * @param parts what a person did for the version, by subject id: {@code submitted it}
 * @param signatures decisions at Gate 3, each with the digest it was made about
 * @param endings facts that end a version for good: {@code gate-1-failed}, {@code
 *     model-version-withdrawn}
 * @param expires end of the authorization, exclusive
 * @param at the moment of the question
 * @param redecided what was decided after episodes, oldest first
 */
public record AuthorizationFacts(
    String modelDigest,
    String tier,
    List<GatePassed> gatesPassed,
    Floored floored,
    SecurityReview review,
    Naming naming,
    Map<String, List<String>> parts,
    List<Decided> signatures,
    Set<String> endings,
    Instant expires,
    Instant at,
    List<Redecided> redecided) {

  /** A gate, and the artifact that passed it. */
  public record GatePassed(int gate, String modelDigest) {}

  /**
   * By what Gate 1 judged.
   *
   * @param tier by which the floors were looked up; empty: not recorded
   * @param floors what the decision table gave; empty: not recorded
   */
  public record Floored(String tier, Optional<Floors> floors) {

    /** Gate 1 was not passed. */
    public static final Floored NONE = new Floored("", Optional.empty());
  }

  /**
   * Whom Gate 3 named.
   *
   * @param tier by which the quorum was looked up; empty: not recorded
   * @param approvalsNeeded the quorum that the decision table gave
   * @param people subject ids of the authorities
   */
  public record Naming(String tier, int approvalsNeeded, Set<String> people) {

    /** Nobody was named. */
    public static final Naming NONE = new Naming("", 0, Set.of());

    public Naming {
      people = Set.copyOf(people);
    }
  }

  /** A signed decision of one person about one artifact. */
  public record Decided(String person, boolean approves, String modelDigest) {}

  public AuthorizationFacts {
    gatesPassed = List.copyOf(gatesPassed);
    parts = Map.copyOf(parts);
    signatures = List.copyOf(signatures);
    endings = Set.copyOf(endings);
    redecided = List.copyOf(redecided);
  }

  /** The same question, were these people named. */
  public AuthorizationFacts with(Naming other) {
    return new AuthorizationFacts(
        modelDigest,
        tier,
        gatesPassed,
        floored,
        review,
        other,
        parts,
        signatures,
        endings,
        expires,
        at,
        redecided);
  }
}
