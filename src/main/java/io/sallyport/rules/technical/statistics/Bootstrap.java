package io.sallyport.rules.technical.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * {@link Bca} intervals from {@value #REPLICATES} resamples: of the cells of a confusion matrix
 * (which is all that a metric of counts needs), or of rows.
 */
public final class Bootstrap {

  static final int REPLICATES = 2000;

  /** Above so many rows the jackknife leaves out blocks: its skewness needs no more values. */
  static final int JACKKNIFE_BLOCKS_MAX = 2000;

  private Bootstrap() {}

  /**
   * Expands the matrix row by row to one entry per row of data and draws as many; the jackknife
   * leaves out one row of each cell.
   */
  public static Interval ofMatrix(
      ConfusionMatrix matrix,
      ToDoubleFunction<ConfusionMatrix> metric,
      long seed,
      double confidence) {
    return bcaOfMatrix(matrix, metric, seed).interval(confidence);
  }

  static Bca bcaOfMatrix(
      ConfusionMatrix matrix, ToDoubleFunction<ConfusionMatrix> metric, long seed) {
    int[] cells = matrix.expanded();
    Draws draws = new Draws(seed);
    double[] replicates = new double[REPLICATES];
    for (int b = 0; b < REPLICATES; b++) {
      long[] counts = new long[matrix.cells()];
      for (int i = 0; i < cells.length; i++) {
        counts[cells[draws.below(cells.length)]]++;
      }
      replicates[b] = metric.applyAsDouble(matrix.with(counts));
    }
    int[] occupied = Arrays.stream(cells).distinct().toArray();
    double[] jackknife =
        Arrays.stream(occupied)
            .mapToDouble(cell -> metric.applyAsDouble(matrix.without(cell)))
            .toArray();
    long[] weights = Arrays.stream(occupied).mapToLong(matrix::count).toArray();
    return new Bca(metric.applyAsDouble(matrix), replicates, jackknife, weights);
  }

  /** Draws rows; {@code metric} gets how often each row was drawn. */
  public static Interval ofRows(int rows, RowMetric metric, long seed, double confidence) {
    Draws draws = new Draws(seed);
    double[] replicates = new double[REPLICATES];
    for (int b = 0; b < REPLICATES; b++) {
      int[] times = new int[rows];
      for (int i = 0; i < rows; i++) {
        times[draws.below(rows)]++;
      }
      replicates[b] = metric.of(times);
    }
    return jackknifed(rows, metric, replicates).interval(confidence);
  }

  private static Bca jackknifed(int rows, RowMetric metric, double[] replicates) {
    int[] times = new int[rows];
    Arrays.fill(times, 1);
    double estimate = metric.of(times);
    int blocks = Math.min(rows, JACKKNIFE_BLOCKS_MAX);
    double[] jackknife = new double[blocks];
    long[] weights = new long[blocks];
    for (int block = 0; block < blocks; block++) {
      int from = (int) ((long) block * rows / blocks);
      int to = (int) ((long) (block + 1) * rows / blocks);
      Arrays.fill(times, from, to, 0);
      jackknife[block] = metric.of(times);
      weights[block] = (long) to - from;
      Arrays.fill(times, from, to, 1);
    }
    return new Bca(estimate, replicates, jackknife, weights);
  }
}
