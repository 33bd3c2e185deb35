package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** F08: a slice with fewer held-out rows than a class must have is not assessable. */
public final class EachSliceIsLargeEnough implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/each-slice-is-large-enough";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    long floor = facts.floors().minimumRowsPerClass();
    return facts.evaluation().slices().stream()
        .filter(slice -> slice.rows() < floor)
        .map(slice -> tooSmall(slice, floor))
        .toList();
  }

  private Finding tooSmall(Evaluation.SliceRows slice, long floor) {
    String value = slice.rows() + " held-out rows: not assessable";
    return finding("slice " + slice.slice(), value, "at least " + floor + " rows of each slice");
  }
}
