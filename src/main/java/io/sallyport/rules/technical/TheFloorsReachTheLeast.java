package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S09; design, trust 1: nobody sets their own bar. The table {@code gate-1-thresholds} may ask for
 * more rows, fewer near copies and fewer looks than a measurement needs, never for less.
 */
public final class TheFloorsReachTheLeast implements Rule<TechnicalFacts> {

  @Override
  public String id() {
    return "gate-1/the-floors-reach-the-least";
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    return LeastFloors.shortfalls(facts.floors()).stream()
        .map(less -> finding("the floor of " + less.floor(), less.value(), less.limit()))
        .toList();
  }
}
