package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.authorization.AuthorizationFacts.Floored;
import io.sallyport.rules.technical.Floors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheFirstGateAskedForEnoughTest {

  private final TheFirstGateAskedForEnough rule = new TheFirstGateAskedForEnough();

  @Test
  void S09_the_floors_of_the_submissions_tier_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S09_a_weakened_table_is_refused_at_deployment_too() {
    Floors weak = new Floors(10, 30, Map.of("accuracy", "0.80"), "0.005", 10);

    assertThat(check(new Floored(AuthorizationExample.TIER, Optional.of(weak))))
        .hasToString(
            "[authorization/the-first-gate-asked-for-enough: the floor of held-out rows is 10; the"
                + " limit is at least 300]");
  }

  @Test
  void S09_floors_of_another_tier_are_refused() {
    assertThat(check(new Floored("routine", AuthorizationExample.FLOORED.floors())))
        .hasToString(
            "[authorization/the-first-gate-asked-for-enough: the tier that Gate 1 judged by is"
                + " routine; the limit is significant]");
  }

  @Test
  void S09_a_gate_that_recorded_neither_asked_for_nothing() {
    assertThat(check(Floored.NONE))
        .extracting(Finding::value)
        .containsExactly("not recorded", "not recorded");
  }

  private List<Finding> check(Floored floored) {
    return rule.check(AuthorizationExample.floored(floored));
  }
}
