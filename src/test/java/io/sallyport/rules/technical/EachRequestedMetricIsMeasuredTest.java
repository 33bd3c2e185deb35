package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.PROVEN;
import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EachRequestedMetricIsMeasuredTest {

  private final EachRequestedMetricIsMeasured rule = new EachRequestedMetricIsMeasured();

  @Test
  void S09_a_measured_metric_is_fine() {
    assertThat(rule.check(passing().facts())).isEmpty();
  }

  @Test
  void S09_silence_never_passes() {
    assertThat(rule.check(passing().measured().facts()))
        .hasToString(
            "[gate-1/each-requested-metric-is-measured: accuracy is not measured;"
                + " the limit is measured on the held-out set]");
  }

  @Test
  void S09_a_result_on_all_rows_does_not_speak_for_a_slice() {
    RequestedMetric north =
        new RequestedMetric("accuracy", "0.85", Optional.of(new Slice("region", "north")));

    assertThat(rule.check(passing().asking(plan(north), PROVEN).facts()))
        .hasToString(
            "[gate-1/each-requested-metric-is-measured: accuracy on region = north is not measured;"
                + " the limit is measured on the held-out set]");
  }
}
