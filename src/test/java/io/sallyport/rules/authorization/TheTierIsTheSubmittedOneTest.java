package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheTierIsTheSubmittedOneTest {

  private final TheTierIsTheSubmittedOne rule = new TheTierIsTheSubmittedOne();

  @Test
  void S11_the_tier_of_the_submission_holds() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S11_a_tier_that_a_diagram_handed_on_instead_is_named() {
    assertThat(rule.check(AuthorizationExample.counted("routine", 2)))
        .hasToString(
            "[authorization/the-tier-is-the-submitted-one: the tier that Gate 3 counted by is"
                + " routine; the limit is significant]");
  }

  @Test
  void S11_a_tier_that_is_not_recorded_is_none() {
    assertThat(rule.check(AuthorizationExample.counted("", 2)))
        .hasToString(
            "[authorization/the-tier-is-the-submitted-one: the tier that Gate 3 counted by is not"
                + " recorded; the limit is significant]");
    assertThat(rule.check(AuthorizationExample.ofTier("", 3))).hasSize(1);
  }
}
