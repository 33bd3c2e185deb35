package io.sallyport.rules.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger says when it is asked whether a model version may answer (S11, S13, design rule
 * 4): decided again at deployment, at restoration and by an auditor, from facts alone.
 *
 * @param modelDigest SHA-256 of the artifact that is about to be deployed
 * @param gatesPassed what passed which gate
 * @param approvalsNeeded the quorum of the version's tier
 * @param named subject ids of those whom Gate 3 named as its authorities
 * @param parts what a person did for the version, by subject id: {@code submitted it}
 * @param signatures decisions at Gate 3, each with the digest it was made about
 * @param endings facts that end a version for good: {@code gate-1-failed}, {@code
 *     model-version-withdrawn}
 * @param expires end of the authorization, exclusive
 * @param at the moment of the question
 */
public record AuthorizationFacts(
    String modelDigest,
    List<GatePassed> gatesPassed,
    int approvalsNeeded,
    Set<String> named,
    Map<String, List<String>> parts,
    List<Decided> signatures,
    Set<String> endings,
    Instant expires,
    Instant at) {

  /** A gate, and the artifact that passed it. */
  public record GatePassed(int gate, String modelDigest) {}

  /** A signed decision of one person about one artifact. */
  public record Decided(String person, boolean approves, String modelDigest) {}

  public AuthorizationFacts {
    gatesPassed = List.copyOf(gatesPassed);
    named = Set.copyOf(named);
    parts = Map.copyOf(parts);
    signatures = List.copyOf(signatures);
    endings = Set.copyOf(endings);
  }
}
