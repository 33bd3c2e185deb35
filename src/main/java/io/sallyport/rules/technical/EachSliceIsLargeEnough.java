package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * F08: a slice of the plan with fewer held-out rows than a class must have is not assessable. One
 * that was not counted has none.
 */
public final class EachSliceIsLargeEnough implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/each-slice-is-large-enough";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    long floor = facts.floors().minimumRowsPerClass();
    return facts.plan().metrics().stream()
        .flatMap(asked -> asked.slice().stream())
        .distinct()
        .filter(slice -> rows(slice, facts.evaluation()) < floor)
        .map(slice -> tooSmall(slice, rows(slice, facts.evaluation()), floor))
        .toList();
  }

  private static long rows(Slice slice, Evaluation evaluation) {
    return evaluation.slices().stream()
        .filter(counted -> counted.slice().equals(slice))
        .mapToLong(Evaluation.SliceRows::rows)
        .min()
        .orElse(0);
  }

  private Finding tooSmall(Slice slice, long rows, long floor) {
    String value = rows + " held-out rows: not assessable";
    return finding("slice " + slice, value, "at least " + floor + " rows of each slice");
  }
}
