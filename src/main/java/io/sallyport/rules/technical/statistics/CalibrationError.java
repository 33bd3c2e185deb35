package io.sallyport.rules.technical.statistics;

/**
 * Expected calibration error: rows in order of their confidence, in {@value #BINS} bins of equal
 * count (the first n mod bins are larger by one); Σ over bins |rows right - sum of confidence| / n.
 */
public final class CalibrationError implements RowMetric {

  public static final int BINS = 15;

  private final int bins;
  private final double[] gaps;
  private final int[] order;

  /**
   * @param confidence the highest probability of each row
   * @param right whether the predicted class is the true one
   */
  public CalibrationError(double[] confidence, boolean[] right) {
    this(confidence, right, BINS);
  }

  CalibrationError(double[] confidence, boolean[] right, int bins) {
    this.bins = bins;
    this.order = Order.by(confidence);
    this.gaps = new double[confidence.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (right[i] ? 1 : 0) - confidence[i];
    }
  }

  @Override
  public double of(int[] times) {
    long rows = 0;
    for (int count : times) rows += count;
    double sum = 0;
    double gap = 0;
    int bin = 0;
    long room = size(rows, bin);
    for (int row : order) {
      for (long left = times[row]; left > 0; ) {
        long taken = Math.min(left, room);
        gap += taken * gaps[row];
        left -= taken;
        room -= taken;
        if (room == 0) {
          sum += Math.abs(gap);
          gap = 0;
          room = size(rows, ++bin);
        }
      }
    }
    return sum / rows;
  }

  private long size(long rows, int bin) {
    return rows / bins + (bin < rows % bins ? 1 : 0);
  }
}
