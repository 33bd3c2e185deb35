package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** F08: the model is judged on rows that it has not been trained on. */
public final class NoRowIsInBothSets implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/no-row-is-in-both-sets";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    long duplicates = facts.evaluation().overlap().exactDuplicates();
    if (duplicates == 0) return List.of();
    String value = duplicates + " rows whose features are those of a training row";
    return List.of(finding("the held-out set", value, "no such row"));
  }
}
