package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S09; design, trust 1: the floors were looked up by the tier that was recorded with the
 * submission. A diagram that hands on another one is found out.
 */
public final class TheFloorsAreOfTheSubmittedTier implements Rule<TechnicalFacts> {

  @Override
  public String id() {
    return "gate-1/the-floors-are-of-the-submitted-tier";
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    String asked = facts.floorsOf();
    if (!asked.isBlank() && asked.equals(facts.tier())) return List.of();
    String value = asked.isBlank() ? "not recorded" : asked;
    return List.of(finding("the tier by which the floors were looked up", value, facts.tier()));
  }
}
