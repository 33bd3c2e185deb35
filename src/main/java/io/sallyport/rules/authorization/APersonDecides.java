package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S11: machines submit and read; only a person decides. */
public final class APersonDecides implements Rule<DecisionFacts> {

  @Override
  public String id() {
    return "authorization/a-person-decides";
  }

  @Override
  public List<Finding> check(DecisionFacts facts) {
    return facts.machine()
        ? List.of(finding(facts.decider(), "a service account", "a person"))
        : List.of();
  }
}
