package io.sallyport.rules.drift;

import java.util.List;

/** A column of the baseline: its bins, and how many values lie in each. */
public record Counted(Bins bins, List<Long> counts) {

  public Counted {
    counts = List.copyOf(counts);
    if (counts.size() != bins.count()) {
      throw new IllegalArgumentException(
          bins.name() + " has " + counts.size() + " counts for " + bins.count() + " bins");
    }
  }
}
