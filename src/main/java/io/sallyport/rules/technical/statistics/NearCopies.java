package io.sallyport.rules.technical.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Held-out rows that lie suspiciously near to a training row. The distance of two rows is the root
 * of the mean squared difference on the {@link Scale} of the training set. A row is a near copy if
 * its nearest training row is nearer than a quarter of the median distance from training rows to
 * their own nearest.
 */
public final class NearCopies {

  /** Above so many rows in both sets only a sample of the held-out rows is compared. */
  public static final int ROWS_MAX = 100_000;

  public static final int SAMPLE = 2000;

  /** Above so many training rows their own distances are those of a sample. */
  static final int TRAIN_ROWS_MAX = 10_000;

  private static final double NEAR = 0.25;

  private final double limit;
  private final long compared;
  private final long near;

  /**
   * @param train rows of numbers; a missing number is NaN, a word any number that stands for it
   * @param numeric which columns are numbers
   */
  public NearCopies(
      List<double[]> train, List<double[]> heldOut, List<Boolean> numeric, long seed) {
    Neighbours neighbours = new Neighbours(train, new Scale(train, numeric));
    Draws draws = new Draws(seed);
    this.limit = NEAR * medianOfOwn(neighbours, draws);
    int[] rows = rows(heldOut.size(), train.size() + heldOut.size() > ROWS_MAX, draws);
    this.compared = rows.length;
    this.near =
        IntStream.of(rows)
            .parallel()
            .filter(row -> neighbours.nearest(heldOut.get(row)) < limit)
            .count();
  }

  /** Held-out rows that were compared with every training row. */
  public long compared() {
    return compared;
  }

  /** Near copies among the rows compared. */
  public long near() {
    return near;
  }

  /** The distance below which a row is a near copy. */
  public double limit() {
    return limit;
  }

  private static double medianOfOwn(Neighbours neighbours, Draws draws) {
    int size = neighbours.size();
    if (size < 2) return 0;
    int[] rows = rows(size, size > TRAIN_ROWS_MAX, draws);
    double[] own = IntStream.of(rows).parallel().mapToDouble(neighbours::nearestOther).toArray();
    Arrays.sort(own);
    return Scale.median(own);
  }

  /** All rows, or as many of them, drawn without repetition, as a sample has. */
  private static int[] rows(int size, boolean sampled, Draws draws) {
    if (!sampled || size <= SAMPLE) return IntStream.range(0, size).toArray();
    return IntStream.generate(() -> draws.below(size)).distinct().limit(SAMPLE).toArray();
  }
}
