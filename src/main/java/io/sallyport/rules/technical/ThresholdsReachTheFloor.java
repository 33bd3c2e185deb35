package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * S09: nobody sets his own bar: no threshold on all rows is easier than the tier's floor, and at
 * least one metric of the plan has a floor.
 */
public final class ThresholdsReachTheFloor implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/thresholds-reach-the-floor";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    List<RequestedMetric> floored =
        facts.plan().metrics().stream().filter(asked -> floored(asked, facts.floors())).toList();
    if (floored.isEmpty()) {
      return List.of(
          finding(
              "the evaluation plan",
              "without a metric that tier " + facts.tier() + " has a floor for",
              "one of " + String.join(", ", facts.floors().thresholds().keySet())));
    }
    return floored.stream().flatMap(asked -> judge(asked, facts).stream()).toList();
  }

  private static boolean floored(RequestedMetric asked, Floors floors) {
    return asked.slice().isEmpty() && floors.threshold(asked.name()).isPresent();
  }

  private Optional<Finding> judge(RequestedMetric asked, TechnicalFacts facts) {
    BigDecimal floor = facts.floors().threshold(asked.name()).orElseThrow();
    String direction = Metric.named(asked.name()).orElseThrow().direction();
    int compared = asked.limit().compareTo(floor);
    boolean easier = direction.equals(Metric.AT_MOST) ? compared > 0 : compared < 0;
    if (!easier) return Optional.empty();
    String limit = direction + " " + floor.toPlainString() + " in tier " + facts.tier();
    return Optional.of(finding("the threshold of " + asked.name(), asked.threshold(), limit));
  }
}
