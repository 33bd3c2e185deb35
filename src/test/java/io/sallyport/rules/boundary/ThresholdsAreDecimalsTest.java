package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ThresholdsAreDecimalsTest {

  private final ThresholdsAreDecimals rule = new ThresholdsAreDecimals();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_threshold_of_nothing_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("threshold-of-nothing")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/thresholds-are-decimals: /evaluation/metrics/0/threshold is 0"
                + "; the limit is above 0 and at most 1");
  }

  @Test
  void S09_threshold_in_words_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("threshold-in-words")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/thresholds-are-decimals: /evaluation/metrics/0/threshold is h"
                + "igh; the limit is a plain decimal such as 0.85");
  }

  @Test
  void S09_threshold_beyond_one_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("threshold-beyond-one")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/thresholds-are-decimals: /evaluation/metrics/0/threshold is 8"
                + "5; the limit is above 0 and at most 1");
  }
}
