package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
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
    return asked.slice().isEmpty() && floors.floor(asked.name()).isPresent();
  }

  private Optional<Finding> judge(RequestedMetric asked, TechnicalFacts facts) {
    return facts
        .floors()
        .floor(asked.name())
        .filter(floor -> floor.isMissedBy(asked.limit()))
        .map(
            floor ->
                finding(
                    "the threshold of " + asked.name(), asked.threshold(), floor.in(facts.tier())));
  }
}
