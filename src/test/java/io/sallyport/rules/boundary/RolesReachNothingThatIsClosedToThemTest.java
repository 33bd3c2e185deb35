package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesReachNothingThatIsClosedToThemTest {

  private final RolesReachNothingThatIsClosedToThem rule =
      new RolesReachNothingThatIsClosedToThem();

  @Test
  void S01_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S01_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_a_role_that_reaches_the_hold_out_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(
                new LiveFacts.Reach("/roles/training", "role-a", "s3:GetObject", "arn:b", true)),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/roles-reach-nothing-that-is-closed-to-them: /roles/training i"
                + "s role-a may s3:GetObject on arn:b; the limit is a role that may not");
  }
}
