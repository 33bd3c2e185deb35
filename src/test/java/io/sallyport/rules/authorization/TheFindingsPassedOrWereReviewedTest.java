package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.SecurityReview.Reviewed;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TheFindingsPassedOrWereReviewedTest {

  private static final Reviewed RECOMMENDED = new Reviewed("rita", true, true);
  private static final Reviewed REJECTED = new Reviewed("rolf", false, true);
  private static final Reviewed BY_SOMEBODY = new Reviewed("mallory", true, false);

  private final TheFindingsPassedOrWereReviewed rule = new TheFindingsPassedOrWereReviewed();

  @Test
  void S10_a_pass_without_a_finding_holds() {
    assertThat(check("pass", OptionalInt.of(0))).isEmpty();
  }

  @Test
  void S10_a_review_with_the_signed_recommendation_of_a_reviewer_holds() {
    assertThat(check("review", OptionalInt.of(2), RECOMMENDED)).isEmpty();
  }

  @Test
  void S10_a_review_without_a_signature_is_refused() {
    assertThat(check("review", OptionalInt.of(2)))
        .hasToString(refused("review, not recommended by a reviewer"));
  }

  @Test
  void S10_a_recommendation_of_somebody_else_or_after_a_rejection_does_not_count() {
    assertThat(check("review", OptionalInt.of(2), BY_SOMEBODY)).hasSize(1);
    assertThat(check("review", OptionalInt.of(2), REJECTED)).hasSize(1);
    assertThat(check("review", OptionalInt.of(2), REJECTED, RECOMMENDED)).hasSize(1);
  }

  @Test
  void S10_a_stop_is_no_pass_whoever_recommends_it() {
    assertThat(check("fail", OptionalInt.of(1), RECOMMENDED)).hasToString(refused("fail"));
  }

  @Test
  void S10_a_missing_verdict_or_check_is_no_pass() {
    assertThat(check("", OptionalInt.of(0))).hasToString(refused("without a verdict"));
    assertThat(check("pass", OptionalInt.empty())).hasToString(refused("without a check"));
  }

  @Test
  void S10_a_pass_with_findings_is_refused_whatever_the_table_made_of_them() {
    assertThat(check("pass", OptionalInt.of(2))).hasToString(refused("pass with 2 findings"));
  }

  private List<Finding> check(String verdict, OptionalInt findings, Reviewed... reviews) {
    return rule.check(
        AuthorizationExample.reviewed(new SecurityReview(verdict, findings, List.of(reviews))));
  }

  private static String refused(String value) {
    return "[authorization/the-findings-passed-or-were-reviewed: gate 2 is "
        + value
        + "; the limit is pass without a finding, or review with a signed recommendation of a"
        + " security reviewer]";
  }
}
