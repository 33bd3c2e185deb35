package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.TreeSet;

/** S12: a decision is one of the choices that were offered; nothing is chosen beforehand. */
public final class TheOutcomeIsOneOfTheChoices implements Rule<DecisionFacts> {

  @Override
  public String id() {
    return "authorization/the-outcome-is-one-of-the-choices";
  }

  @Override
  public List<Finding> check(DecisionFacts facts) {
    if (facts.choices().contains(facts.outcome())) {
      return List.of();
    }
    String value = facts.outcome().isEmpty() ? "not chosen" : facts.outcome();
    return List.of(
        finding("outcome", value, "one of " + String.join(", ", new TreeSet<>(facts.choices()))));
  }
}
