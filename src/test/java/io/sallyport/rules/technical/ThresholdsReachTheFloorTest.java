package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static io.sallyport.rules.technical.FactsForGate1.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThresholdsReachTheFloorTest {

  private final ThresholdsReachTheFloor rule = new ThresholdsReachTheFloor();

  @Test
  void S09_a_threshold_at_the_floor_is_allowed() {
    assertThat(rule.check(asking(request("accuracy", "0.70")))).isEmpty();
    assertThat(rule.check(asking(request("log-loss", "1.5")))).isEmpty();
  }

  @Test
  void S09_nobody_sets_his_own_bar() {
    assertThat(rule.check(asking(request("accuracy", "0.6999"), request("log-loss", "1.6"))))
        .extracting(Finding::toString)
        .containsExactly(
            "gate-1/thresholds-reach-the-floor: the threshold of accuracy is 0.6999;"
                + " the limit is at least 0.70 in tier routine",
            "gate-1/thresholds-reach-the-floor: the threshold of log-loss is 1.6;"
                + " the limit is at most 1.5 in tier routine");
  }

  @Test
  void S09_a_slice_may_ask_for_less_and_does_not_stand_for_all_rows() {
    Optional<Slice> north = Optional.of(new Slice("region", "north"));
    RequestedMetric slice = new RequestedMetric("accuracy", "0.5", north);

    assertThat(rule.check(asking(request("accuracy", "0.85"), slice))).isEmpty();
    assertThat(rule.check(asking(slice)))
        .hasToString(
            "[gate-1/thresholds-reach-the-floor: the evaluation plan is without a metric that tier"
                + " routine has a floor for; the limit is one of accuracy, log-loss, r2]");
  }

  private static TechnicalFacts asking(RequestedMetric... asked) {
    return passing().asking(plan(asked)).facts();
  }
}
