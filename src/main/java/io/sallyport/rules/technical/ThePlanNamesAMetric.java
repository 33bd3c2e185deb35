package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09: a plan without a metric would pass every model. */
public final class ThePlanNamesAMetric implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/the-plan-names-a-metric";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    if (!facts.plan().metrics().isEmpty()) return List.of();
    return List.of(finding("the evaluation plan", "without a metric", "at least one metric"));
  }
}
