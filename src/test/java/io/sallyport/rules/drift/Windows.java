package io.sallyport.rules.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A small baseline, and windows of it. */
final class Windows {

  static final String BASELINE = "b".repeat(64);

  private Windows() {}

  /** Two features of ten even bins, two classes, a confidence of ten even bins; 1,000 rows. */
  static Baseline baseline() {
    return new Baseline(
        1000,
        List.of(new Counted(deciles("x1"), even(100)), new Counted(deciles("x2"), even(100))),
        new Counted(
            new Bins("answers", List.of(), List.of("mine", "rock")), List.of(500L, 500L, 0L, 0L)),
        Optional.of(new Counted(deciles("confidence"), even(100))),
        "h".repeat(64),
        "p".repeat(64));
  }

  static WindowFacts facts(Window window) {
    return new WindowFacts(baseline(), BASELINE, window);
  }

  /** A window of {@code rows} rows that lie as the baseline's. */
  static Window stable(long rows) {
    return window(
        even(rows / 10), even(rows / 10), List.of(rows / 2, rows / 2, 0L, 0L), even(rows / 10));
  }

  static Window window(List<Long> x1, List<Long> x2, List<Long> answers, List<Long> confidence) {
    long rows = x1.stream().mapToLong(Long::longValue).sum();
    return new Window(
        BASELINE,
        "2026-11-24T10:00:00Z",
        "2026-11-24T11:00:00Z",
        rows,
        0,
        0,
        List.of(x1, x2),
        answers,
        confidence);
  }

  /** All rows in the first bins. */
  static List<Long> crowded(long rows) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(11, 0L));
    IntStream.range(0, 5).forEach(i -> counts.set(i, rows / 5));
    return counts;
  }

  static List<Long> even(long each) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(10, each));
    counts.add(0L);
    return counts;
  }

  private static Bins deciles(String name) {
    return new Bins(name, IntStream.range(1, 10).mapToObj(i -> (double) i).toList(), List.of());
  }
}
