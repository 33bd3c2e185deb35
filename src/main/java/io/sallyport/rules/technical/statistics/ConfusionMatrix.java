package io.sallyport.rules.technical.statistics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Rows by true and predicted class, and the metrics that follow from these counts alone. A class
 * without rows has recall and F1 of 0. Means run over the classes that the first matrix saw, so
 * that a resample which misses one of them does not gain.
 */
public final class ConfusionMatrix {

  private final int classes;
  private final long[] counts;
  private final int[] supported;
  private final int[] seen;

  private ConfusionMatrix(int classes, long[] counts, int[] supported, int[] seen) {
    this.classes = classes;
    this.counts = counts;
    this.supported = supported;
    this.seen = seen;
  }

  /** Of the numbers of the true and the predicted class of each row. */
  public static ConfusionMatrix of(int classes, int[] truth, int[] predicted) {
    long[] counts = new long[Math.multiplyExact(classes, classes)];
    for (int i = 0; i < truth.length; i++) {
      counts[truth[i] * classes + predicted[i]]++;
    }
    return of(classes, counts);
  }

  /** Of counts row by row: true class, then predicted class. */
  static ConfusionMatrix of(int classes, long[] counts) {
    ConfusionMatrix all = new ConfusionMatrix(classes, counts, new int[0], new int[0]);
    int[] supported = IntStream.range(0, classes).filter(c -> all.support(c) > 0).toArray();
    int[] seen =
        IntStream.range(0, classes).filter(c -> all.support(c) + all.predicted(c) > 0).toArray();
    return new ConfusionMatrix(classes, counts, supported, seen);
  }

  public double accuracy() {
    return (double) hits() / rows();
  }

  /** Mean recall. */
  public double balancedAccuracy() {
    return mean(supported, this::recall);
  }

  public double macroF1() {
    return mean(seen, this::f1);
  }

  /** F1 weighted by the rows of each class. */
  public double weightedF1() {
    return IntStream.range(0, classes).mapToDouble(c -> support(c) * f1(c)).sum() / rows();
  }

  /** 2 TP / (2 TP + FP + FN). */
  public double f1(int c) {
    long both = support(c) + predicted(c);
    return both == 0 ? 0 : 2.0 * hits(c) / both;
  }

  public double recall(int c) {
    long support = support(c);
    return support == 0 ? 0 : (double) hits(c) / support;
  }

  public long rows() {
    return IntStream.range(0, counts.length).mapToLong(this::count).sum();
  }

  /** Rows whose predicted class is the true one. */
  public long hits() {
    return IntStream.range(0, classes).mapToLong(this::hits).sum();
  }

  public long hits(int c) {
    return counts[c * classes + c];
  }

  /** Rows of a true class. */
  public long support(int c) {
    return IntStream.range(0, classes).mapToLong(p -> counts[c * classes + p]).sum();
  }

  private long predicted(int c) {
    return IntStream.range(0, classes).mapToLong(t -> counts[t * classes + c]).sum();
  }

  private static double mean(int[] classes, IntToDoubleFunction metric) {
    return IntStream.of(classes).mapToDouble(metric).average().orElse(0);
  }

  /** Rows in a cell; cells are numbered row by row. */
  public long count(int cell) {
    return counts[cell];
  }

  int cells() {
    return counts.length;
  }

  /** The cell of each row of data, cell by cell. */
  int[] expanded() {
    int[] cells = new int[Math.toIntExact(rows())];
    int next = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      for (long i = 0; i < counts[cell]; i++) {
        cells[next++] = cell;
      }
    }
    return cells;
  }

  ConfusionMatrix with(long[] resampled) {
    return new ConfusionMatrix(classes, resampled, supported, seen);
  }

  ConfusionMatrix without(int cell) {
    long[] fewer = counts.clone();
    fewer[cell]--;
    return with(fewer);
  }
}
