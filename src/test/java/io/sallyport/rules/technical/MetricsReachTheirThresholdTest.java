package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.NOT_PROVEN;
import static io.sallyport.rules.technical.FactsForGate1.PROVEN;
import static io.sallyport.rules.technical.FactsForGate1.accuracy;
import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static io.sallyport.rules.technical.FactsForGate1.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MetricsReachTheirThresholdTest {

  private final MetricsReachTheirThreshold rule = new MetricsReachTheirThreshold();

  @Test
  void F08_a_bound_at_the_threshold_is_proven() {
    assertThat(rule.check(passing().measured(accuracy("0.9", "0.850000", "0.95")).facts()))
        .isEmpty();
  }

  @Test
  void F08_a_measured_value_above_the_threshold_is_not_enough() {
    assertThat(rule.check(passing().measured(NOT_PROVEN).facts()))
        .hasToString(
            "[gate-1/metrics-reach-their-threshold: accuracy is not proven: 99 % lower bound"
                + " 0.833713 (measured 0.859522, n = 1381), 0.016287 short; about 9331 such rows"
                + " would prove it; the limit is at least 0.85]");
  }

  @Test
  void F08_below_the_threshold_no_number_of_rows_helps() {
    assertThat(rule.check(passing().measured(accuracy("0.8", "0.79", "0.81")).facts()))
        .hasToString(
            "[gate-1/metrics-reach-their-threshold: accuracy is not proven: 99 % lower bound"
                + " 0.79 (measured 0.8, n = 1381), 0.06 short; no number of such rows would prove"
                + " it; the limit is at least 0.85]");
  }

  @Test
  void F08_a_loss_is_proven_by_its_upper_bound() {
    EvaluationPlan plan = plan(request("log-loss", "0.30"));

    assertThat(rule.check(passing().asking(plan, loss("0.2", "0.300000")).facts())).isEmpty();
    assertThat(rule.check(passing().asking(plan, loss("0.2", "0.350000")).facts()))
        .hasToString(
            "[gate-1/metrics-reach-their-threshold: log-loss is not proven: 99 % upper bound"
                + " 0.350000 (measured 0.2, n = 1000), 0.050000 short; about 2250 such rows would"
                + " prove it; the limit is at most 0.30]");
  }

  @Test
  void F08_each_metric_and_slice_is_judged_alone() {
    RequestedMetric north =
        new RequestedMetric("accuracy", "0.85", Optional.of(new Slice("region", "north")));
    MetricResult result =
        new MetricResult("accuracy", north.slice(), "0.7", "0.65", "0.75", 500, "at least");
    EvaluationPlan plan = plan(request("accuracy", "0.85"), north);

    assertThat(rule.check(passing().asking(plan, PROVEN, result).facts()))
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.subject()).isEqualTo("accuracy on region = north"));
  }

  @Property
  void F08_a_better_bound_never_turns_a_pass_into_a_fail(
      @ForAll @IntRange(max = 1_000_000) int bound,
      @ForAll @IntRange(max = 1_000_000) int gain,
      @ForAll boolean loss) {
    RequestedMetric asked = request(loss ? "log-loss" : "accuracy", "0.5");
    int better = loss ? Math.max(0, bound - gain) : Math.min(1_000_000, bound + gain);

    if (rule.check(at(asked, bound)).isEmpty()) {
      assertThat(rule.check(at(asked, better))).isEmpty();
    }
  }

  private static TechnicalFacts at(RequestedMetric asked, int millionths) {
    String bound = BigDecimal.valueOf(millionths, 6).toPlainString();
    MetricResult result =
        new MetricResult(asked.name(), Optional.empty(), bound, bound, bound, 1000, "");
    return passing().asking(plan(asked), result).facts();
  }

  private static MetricResult loss(String measured, String upper) {
    return new MetricResult(
        "log-loss", Optional.empty(), measured, "0.1", upper, 1000, Metric.AT_MOST);
  }
}
