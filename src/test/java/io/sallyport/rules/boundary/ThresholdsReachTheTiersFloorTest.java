package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdsReachTheTiersFloorTest {

  private static final String RULE = "boundary/thresholds-reach-the-tiers-floor: ";

  private final ThresholdsReachTheTiersFloor rule = new ThresholdsReachTheTiersFloor();

  @Test
  void S09_a_submission_that_asks_for_the_floor_or_more_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_a_threshold_under_the_floor_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("threshold-under-the-floor")))
        .extracting(Finding::toString)
        .containsExactly(
            RULE
                + "/evaluation/metrics/0/threshold is 0.69; the limit is at least 0.70 in tier"
                + " routine");
  }

  @Test
  void S09_a_loss_may_not_be_larger_than_the_floor() {
    assertThat(rule.check(Examples.leaking("loss-above-the-floor")))
        .extracting(Finding::toString)
        .containsExactly(
            RULE
                + "/evaluation/metrics/0/threshold is 2.01; the limit is at most 2.0 in tier"
                + " routine");
  }

  @Test
  void S09_a_threshold_on_a_slice_alone_goes_round_the_floor() {
    assertThat(rule.check(Examples.leaking("threshold-of-a-slice-only")))
        .extracting(Finding::toString)
        .containsExactly(
            RULE
                + "/evaluation/metrics is without a metric that tier routine has a floor for; the"
                + " limit is one of accuracy, log-loss, r2");
  }

  @Test
  void S09_without_the_decision_table_the_rule_says_nothing() {
    Submission under = Examples.leaking("threshold-under-the-floor").submission();
    assertThat(
            rule.check(
                SubmissionFacts.offline(under, Examples.program(), Optional.empty(), Examples.AT)))
        .isEmpty();
  }
}
