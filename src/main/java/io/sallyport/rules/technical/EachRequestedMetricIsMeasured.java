package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09: silence never passes: each requested metric has a result. */
public final class EachRequestedMetricIsMeasured implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/each-requested-metric-is-measured";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    return facts.plan().metrics().stream()
        .filter(asked -> facts.evaluation().resultOf(asked).isEmpty())
        .map(asked -> finding(asked.subject(), "not measured", "measured on the held-out set"))
        .toList();
  }
}
