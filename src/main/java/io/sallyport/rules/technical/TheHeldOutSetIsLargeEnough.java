package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09, F08: with fewer rows than the tier's floor the model is not assessable. */
public final class TheHeldOutSetIsLargeEnough implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/the-held-out-set-is-large-enough";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    long rows = facts.evaluation().rows();
    long floor = facts.floors().minimumRows();
    if (rows >= floor) return List.of();
    return List.of(
        finding("the held-out set", rows + " rows: not assessable", "at least " + floor + " rows"));
  }
}
