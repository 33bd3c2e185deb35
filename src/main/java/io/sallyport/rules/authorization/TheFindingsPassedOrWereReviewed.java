package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.SecurityReview.Reviewed;
import java.util.List;

/**
 * S10: Gate 2 passed this artifact because nothing was found in it, or because a security reviewer
 * of the program looked at what was found and recommended it by signature. The token of a diagram
 * that came past the reviewer proves nothing.
 */
public final class TheFindingsPassedOrWereReviewed implements Rule<AuthorizationFacts> {

  private static final String LIMIT =
      "pass without a finding, or review with a signed recommendation of a security reviewer";

  @Override
  public String id() {
    return "authorization/the-findings-passed-or-were-reviewed";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    SecurityReview review = facts.review();
    if (review.findings().isEmpty()) return List.of(finding("gate 2", "without a check", LIMIT));
    return switch (review.verdict()) {
      case "pass" -> passed(review.findings().getAsInt());
      case "review" -> reviewed(review.reviews());
      case "" -> List.of(finding("gate 2", "without a verdict", LIMIT));
      default -> List.of(finding("gate 2", review.verdict(), LIMIT));
    };
  }

  private List<Finding> passed(int findings) {
    return findings == 0
        ? List.of()
        : List.of(finding("gate 2", "pass with " + findings + " findings", LIMIT));
  }

  private List<Finding> reviewed(List<Reviewed> reviews) {
    boolean isRecommended =
        !reviews.isEmpty()
            && reviews.stream().allMatch(review -> review.recommends() && review.asReviewer());
    return isRecommended
        ? List.of()
        : List.of(finding("gate 2", "review, not recommended by a reviewer", LIMIT));
  }
}
