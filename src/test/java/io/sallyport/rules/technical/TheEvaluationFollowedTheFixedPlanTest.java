package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static io.sallyport.rules.technical.FactsForGate1.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheEvaluationFollowedTheFixedPlanTest {

  private final TheEvaluationFollowedTheFixedPlan rule = new TheEvaluationFollowedTheFixedPlan();

  @Test
  void F07_the_fixed_plan_was_followed() {
    assertThat(rule.check(passing().facts())).isEmpty();
  }

  @Test
  void F07_a_threshold_edited_after_training_is_refused() {
    assertThat(rule.check(passing().fixed(plan(request("accuracy", "0.90"))).facts()))
        .hasToString(
            "[gate-1/the-evaluation-followed-the-fixed-plan: the plan that was evaluated is label"
                + " land_cover, classification, group column none, seed 7, metrics accuracy 0.85;"
                + " the limit is label land_cover, classification, group column none, seed 7,"
                + " metrics accuracy 0.90]");
  }
}
