package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S12: a decision says why. */
public final class GroundsAreStated implements Rule<DecisionFacts> {

  /** Characters; less says nothing. */
  static final int LENGTH_MIN = 10;

  /** Characters; the signed record stays readable on a page. */
  static final int LENGTH_MAX = 2_000;

  @Override
  public String id() {
    return "authorization/grounds-are-stated";
  }

  @Override
  public List<Finding> check(DecisionFacts facts) {
    int length = facts.grounds().strip().length();
    boolean isStated = length >= LENGTH_MIN && length <= LENGTH_MAX;
    return isStated
        ? List.of()
        : List.of(
            finding(
                "grounds",
                length + " characters",
                LENGTH_MIN + " to " + LENGTH_MAX + " characters"));
  }
}
