package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S11; design, trust 1: Gate 3 counted by the tier that was recorded with the submission. A diagram
 * that hands on another one is found out.
 */
public final class TheTierIsTheSubmittedOne implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-tier-is-the-submitted-one";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    String counted = facts.naming().tier();
    boolean isSame = !counted.isEmpty() && counted.equals(facts.tier());
    String value = counted.isEmpty() ? "not recorded" : counted;
    return isSame
        ? List.of()
        : List.of(finding("the tier that Gate 3 counted by", value, facts.tier()));
  }
}
