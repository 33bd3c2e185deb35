package io.sallyport.rules.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Gate 2 came to about one artifact (S10), from recorded facts alone. A new check of the
 * artifact begins anew: what was said before it does not count.
 *
 * @param verdict of the decision table, as {@code gate-2-passed} records it: {@code pass}, {@code
 *     review}; empty: the gate was not passed
 * @param findings how many the check recorded; empty: it was not checked
 * @param reviews signed decisions about the findings, oldest first
 */
public record SecurityReview(String verdict, OptionalInt findings, List<Reviewed> reviews) {

  /** The artifact was neither checked nor reviewed. */
  static final SecurityReview NONE = new SecurityReview("", OptionalInt.empty(), List.of());

  private static final String TASK = "review-findings";

  /**
   * A signed decision about the findings.
   *
   * @param asReviewer whether the person signed as a security reviewer of the program
   */
  public record Reviewed(String person, boolean recommends, boolean asReviewer) {}

  public SecurityReview {
    reviews = List.copyOf(reviews);
  }

  /** What the facts say about the artifact with this SHA-256, oldest first. */
  static SecurityReview of(String modelDigest, String program, List<Past> facts) {
    SecurityReview review = NONE;
    for (Past fact : facts) {
      boolean isAboutIt = fact.payload().path("modelDigest").asText().equals(modelDigest);
      if (isAboutIt) review = review.after(fact, "/programs/" + program + "/security-reviewer");
    }
    return review;
  }

  /** Whether the fact is a person's signed decision about the findings of Gate 2. */
  static boolean isReview(Past fact) {
    return fact.isDecisionIn(TASK);
  }

  private SecurityReview after(Past fact, String reviewers) {
    if (isReview(fact)) return with(reviewed(fact, reviewers));
    return switch (fact.kind()) {
      case "security-checked" ->
          new SecurityReview("", count(fact.payload().path("findings")), List.of());
      case "gate-2-passed" ->
          new SecurityReview(fact.payload().path("verdict").asText(), findings, reviews);
      default -> this;
    };
  }

  private SecurityReview with(Reviewed review) {
    return new SecurityReview(
        verdict, findings, Stream.concat(reviews.stream(), Stream.of(review)).toList());
  }

  private static Reviewed reviewed(Past fact, String reviewers) {
    return new Reviewed(
        fact.actor(),
        fact.payload().path("outcome").asText().equals("recommend"),
        StreamSupport.stream(fact.payload().path("groups").spliterator(), false)
            .anyMatch(group -> group.asText().equals(reviewers)));
  }

  private static OptionalInt count(JsonNode findings) {
    return findings.isArray() ? OptionalInt.of(findings.size()) : OptionalInt.empty();
  }
}
