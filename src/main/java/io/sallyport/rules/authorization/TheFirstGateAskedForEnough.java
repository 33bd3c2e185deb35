package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.AuthorizationFacts.Floored;
import io.sallyport.rules.technical.LeastFloors;
import java.util.ArrayList;
import java.util.List;

/**
 * S09; design, trust 1: Gate 1 judged this artifact by the floors of the submission's tier, and
 * none of them asked for less than a measurement needs: neither a diagram nor a table lowers the
 * bar unseen.
 */
public final class TheFirstGateAskedForEnough implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-first-gate-asked-for-enough";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    Floored floored = facts.floored();
    List<Finding> findings = new ArrayList<>();
    if (floored.tier().isEmpty() || !floored.tier().equals(facts.tier())) {
      String value = floored.tier().isEmpty() ? "not recorded" : floored.tier();
      findings.add(finding("the tier that Gate 1 judged by", value, facts.tier()));
    }
    floored
        .floors()
        .map(LeastFloors::shortfalls)
        .orElse(List.of(new LeastFloors.Shortfall("Gate 1", "not recorded", "recorded")))
        .forEach(
            less ->
                findings.add(finding("the floor of " + less.floor(), less.value(), less.limit())));
    return findings;
  }
}
