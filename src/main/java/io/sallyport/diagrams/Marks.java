package io.sallyport.diagrams;

import java.util.Set;

/**
 * What a picture shows of one case: the ids of the nodes and flows it passed, where it stands now,
 * and where it failed. Each mark has a sign beside its colour.
 */
public record Marks(Set<String> passed, Set<String> current, Set<String> failed) {

  public Marks {
    passed = Set.copyOf(passed);
    current = Set.copyOf(current);
    failed = Set.copyOf(failed);
  }

  /** A diagram without a case. */
  public static Marks none() {
    return new Marks(Set.of(), Set.of(), Set.of());
  }

  public Mark of(String id) {
    if (failed.contains(id)) return Mark.FAILED;
    if (current.contains(id)) return Mark.CURRENT;
    return passed.contains(id) ? Mark.PASSED : Mark.NONE;
  }
}
