package io.sallyport.rules.technical.statistics;

/** Mean of -ln of the probability given to the true class, clipped at 1e-15. */
public final class LogLoss implements RowMetric {

  private static final double CLIP = 1e-15;

  private final double[] losses;

  /**
   * @param truth number of the true class of each row
   * @param scoresByClass for each class the probability in each row
   */
  public LogLoss(int[] truth, double[][] scoresByClass) {
    losses = new double[truth.length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = -Math.log(Math.min(Math.max(scoresByClass[truth[i]][i], CLIP), 1 - CLIP));
    }
  }

  @Override
  public double of(int[] times) {
    return Weighted.mean(losses, times);
  }
}
