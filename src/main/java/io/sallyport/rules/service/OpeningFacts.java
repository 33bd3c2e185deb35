package io.sallyport.rules.service;

import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A deployment that is about to answer, and what the ledger remembers of it (S13): gathered out of
 * recorded facts alone, when a service period opens, when traffic is restored, and offline.
 *
 * @param deployed what is about to answer
 * @param confirmed SHA-256 of the artifact that the ledger last confirmed; empty: none, or it has
 *     refused since
 * @param verified deployments that gave the evaluated answers
 */
public record OpeningFacts(Deployed deployed, Optional<String> confirmed, Set<Deployed> verified) {

  private static final String CONFIRMED = "deployment-checked";
  private static final String REFUSED = "deployment-refused";
  private static final String VERIFIED = "answers-verified";

  /**
   * An artifact at an endpoint.
   *
   * @param modelDigest its SHA-256
   * @param configuration that the endpoint has it by
   */
  public record Deployed(String modelDigest, String endpoint, String configuration) {}

  public OpeningFacts {
    verified = Set.copyOf(verified);
  }

  /**
   * What the book judges.
   *
   * @param facts about the model version, oldest first
   */
  public static OpeningFacts of(Deployed deployed, List<Past> facts) {
    return new OpeningFacts(
        deployed,
        facts.stream()
            .filter(fact -> fact.kind().equals(CONFIRMED) || fact.kind().equals(REFUSED))
            .reduce((older, newer) -> newer)
            .filter(fact -> fact.kind().equals(CONFIRMED))
            .map(fact -> text(fact, "modelDigest")),
        facts.stream()
            .filter(fact -> fact.kind().equals(VERIFIED))
            .map(OpeningFacts::deployed)
            .collect(Collectors.toSet()));
  }

  private static Deployed deployed(Past verified) {
    return new Deployed(
        text(verified, "modelDigest"), text(verified, "endpoint"), text(verified, "configuration"));
  }

  private static String text(Past fact, String name) {
    return fact.payload().path(name).asText();
  }
}
