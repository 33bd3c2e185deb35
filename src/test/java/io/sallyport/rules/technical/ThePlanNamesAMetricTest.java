package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThePlanNamesAMetricTest {

  private final ThePlanNamesAMetric rule = new ThePlanNamesAMetric();

  @Test
  void S09_a_plan_with_a_metric_is_a_plan() {
    assertThat(rule.check(passing().facts())).isEmpty();
  }

  @Test
  void S09_a_plan_without_a_metric_passes_nothing() {
    assertThat(rule.check(passing().asking(plan()).facts()))
        .hasToString(
            "[gate-1/the-plan-names-a-metric: the evaluation plan is without a metric;"
                + " the limit is at least one metric]");
  }
}
