package io.sallyport.rules.technical.statistics;

/** Metrics of predicted numbers. */
public final class RegressionMetrics {

  private final double[] truth;
  private final double[] squares;
  private final double[] distances;

  public RegressionMetrics(double[] truth, double[] predicted) {
    this.truth = truth;
    this.squares = new double[truth.length];
    this.distances = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      distances[i] = Math.abs(truth[i] - predicted[i]);
      squares[i] = distances[i] * distances[i];
    }
  }

  /** Mean absolute error. */
  public double mae(int[] times) {
    return Weighted.mean(distances, times);
  }

  /** Root of the mean squared error. */
  public double rmse(int[] times) {
    return Math.sqrt(Weighted.mean(squares, times));
  }

  /** 1 - squared error / variance of the truth; without variance 1 if all is right, else 0. */
  public double r2(int[] times) {
    double mean = Weighted.mean(truth, times);
    double[] spread = new double[truth.length];
    for (int i = 0; i < spread.length; i++) {
      spread[i] = (truth[i] - mean) * (truth[i] - mean);
    }
    double error = Weighted.mean(squares, times);
    double variance = Weighted.mean(spread, times);
    if (variance == 0) return error == 0 ? 1 : 0;
    return 1 - error / variance;
  }
}
