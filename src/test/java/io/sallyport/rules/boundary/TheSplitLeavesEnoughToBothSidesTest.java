package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheSplitLeavesEnoughToBothSidesTest {

  private final TheSplitLeavesEnoughToBothSides rule = new TheSplitLeavesEnoughToBothSides();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_split_of_everything_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("split-of-everything")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-split-leaves-enough-to-both-sides: /data/split/modulus is"
                + " 1; the limit is 2 to 50");
  }

  @Test
  void S09_split_of_a_thousandth_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("split-of-a-thousandth")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-split-leaves-enough-to-both-sides: /data/split/modulus is"
                + " 1000; the limit is 2 to 50");
  }

  @Test
  void S09_split_that_never_hits_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("split-that-never-hits")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-split-leaves-enough-to-both-sides: /data/split/remainder "
                + "is 5; the limit is 0 or more and below the modulus, 5");
  }
}
