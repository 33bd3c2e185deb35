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

  private final Scale scale;
  private final double[][] train;
  private final double limit;
  private final long compared;
  private final long near;

  /**
   * @param train rows of numbers; a missing number is NaN, a word any number that stands for it
   * @param numeric which columns are numbers
   */
  public NearCopies(
      List<double[]> train, List<double[]> heldOut, List<Boolean> numeric, long seed) {
    this.scale = new Scale(train, numeric);
    Draws draws = new Draws(seed);
    this.train = train.stream().map(scale::scaled).toArray(double[][]::new);
    this.limit = NEAR * medianOfOwn(draws);
    int[] rows =
        train.size() + heldOut.size() > ROWS_MAX
            ? sample(heldOut.size(), draws)
            : IntStream.range(0, heldOut.size()).toArray();
    this.compared = rows.length;
    this.near =
        IntStream.of(rows)
            .parallel()
            .mapToObj(row -> scale.scaled(heldOut.get(row)))
            .filter(row -> nearest(row, -1) < limit)
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

  private double medianOfOwn(Draws draws) {
    if (train.length < 2) return 0;
    int[] rows =
        train.length > TRAIN_ROWS_MAX
            ? sample(train.length, draws)
            : IntStream.range(0, train.length).toArray();
    double[] own =
        IntStream.of(rows).parallel().mapToDouble(row -> nearest(train[row], row)).toArray();
    Arrays.sort(own);
    return Scale.median(own);
  }

  private static int[] sample(int rows, Draws draws) {
    return IntStream.generate(() -> draws.below(rows))
        .distinct()
        .limit(Math.min(rows, SAMPLE))
        .toArray();
  }

  /** Distance to the nearest training row other than {@code itself}. */
  private double nearest(double[] row, int itself) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < train.length; i++) {
      if (i != itself) best = Math.min(best, scale.squares(row, train[i], best));
    }
    return row.length == 0 ? 0 : Math.sqrt(best / row.length);
  }
}
