package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S03: weights from outside are refused until an import process exists. Asked again of what was
 * submitted, however it came past the boundary.
 */
public final class NoOutsideWeights implements Rule<SecurityFacts> {

  @Override
  public String id() {
    return "gate-2/no-outside-weights";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.outsideWeights().stream()
        .map(weights -> finding("outside weights", weights, "none: no import process exists"))
        .toList();
  }
}
