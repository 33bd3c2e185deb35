package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheKeyIsControlledTest {

  private final TheKeyIsControlled rule = new TheKeyIsControlled();

  @Test
  void S04_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S04_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S04_a_key_without_rotation_that_is_disabled_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(),
            List.of(),
            Optional.of(Examples.key("Disabled", false, Examples.policy("arn:x"))),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-controlled: /encryption/key is state Disabled; the"
                + " limit is state Enabled",
            "boundary/the-key-is-controlled: /encryption/key is rotation off; the l"
                + "imit is rotation on");
  }

  @Test
  void S04_a_key_for_everybody_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(),
            List.of(),
            Optional.of(Examples.key("Enabled", true, Examples.policy("*"))),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-controlled: /encryption/key is policy open to ever"
                + "ybody; the limit is policy closed");
  }

  @Test
  void S04_a_key_without_a_policy_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(), List.of(), Optional.of(Examples.key("Enabled", true, "{}")), List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-controlled: /encryption/key is policy absent; the "
                + "limit is policy closed");
  }

  @Test
  void S04_a_policy_that_cannot_be_read_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(), List.of(), Optional.of(Examples.key("Enabled", true, "{")), List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-controlled: /encryption/key is policy not readable"
                + "; the limit is policy closed");
  }
}
