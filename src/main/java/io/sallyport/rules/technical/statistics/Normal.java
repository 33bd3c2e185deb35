package io.sallyport.rules.technical.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, and the confidence that Gate 1 asks for. */
public final class Normal {

  /** Two-sided confidence of every interval of Gate 1: ten looks at one held-out set share 5 %. */
  public static final double CONFIDENCE = 0.99;

  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** P(Z &lt;= z). */
  static double below(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  /** The z with P(Z &lt;= z) = p. */
  static double quantile(double p) {
    return STANDARD.inverseCumulativeProbability(p);
  }

  /** The z of a two-sided interval: 2.5758 for 0.99. */
  static double z(double confidence) {
    return quantile((1 + confidence) / 2);
  }
}
