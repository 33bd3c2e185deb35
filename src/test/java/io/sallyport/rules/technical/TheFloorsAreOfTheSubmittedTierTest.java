package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheFloorsAreOfTheSubmittedTierTest {

  private final TheFloorsAreOfTheSubmittedTier rule = new TheFloorsAreOfTheSubmittedTier();

  @Test
  void S09_the_floors_of_the_submissions_tier_hold() {
    assertThat(rule.check(passing().facts("routine"))).isEmpty();
  }

  @Test
  void S09_floors_of_another_tier_are_named_with_both() {
    assertThat(rule.check(passing().facts("unheard-of")))
        .hasToString(
            "[gate-1/the-floors-are-of-the-submitted-tier: the tier by which the floors were looked"
                + " up is unheard-of; the limit is routine]");
  }

  @Test
  void S09_a_tier_that_nobody_recorded_is_no_tier() {
    assertThat(rule.check(passing().facts("")))
        .extracting(finding -> finding.value())
        .containsExactly("not recorded");
  }
}
