package io.sallyport.rules.technical.statistics;

import java.util.Arrays;

/**
 * The bias-corrected and accelerated bootstrap interval (Efron 1987). z0 = Φ⁻¹((#{b&lt;t} + ½
 * #{b=t}) / B); a = Σd³ / (6 (Σd²)^1.5) with d the jackknife's mean minus its values; ends at the
 * levels Φ(z0 + (z0±z) / (1 - a(z0±z))). It is widened to hold the estimate, where a bootstrap that
 * is biased to one side would not.
 */
final class Bca {

  private final double estimate;
  private final double[] replicates;
  private final double bias;
  private final double acceleration;

  /**
   * @param jackknife the estimate with one row, or one block of rows, left out
   * @param weights how many rows each jackknife value stands for
   */
  Bca(double estimate, double[] replicates, double[] jackknife, long[] weights) {
    this.estimate = estimate;
    this.replicates = replicates.clone();
    Arrays.sort(this.replicates);
    this.bias = bias(estimate, this.replicates);
    this.acceleration = acceleration(jackknife, weights);
  }

  double bias() {
    return bias;
  }

  double acceleration() {
    return acceleration;
  }

  Interval interval(double confidence) {
    double z = Normal.z(confidence);
    return new Interval(at(level(-z)), at(level(z))).including(estimate);
  }

  private double level(double z) {
    double shifted = bias + z;
    double denominator = 1 - acceleration * shifted;
    if (denominator <= 0) return z < 0 ? 0 : 1; // beyond all replicates: take the outermost
    return Normal.below(bias + shifted / denominator);
  }

  private double at(double level) {
    int index = (int) Math.ceil(level * replicates.length) - 1;
    return replicates[Math.min(Math.max(index, 0), replicates.length - 1)];
  }

  private static double bias(double estimate, double[] replicates) {
    double below = 0;
    for (double replicate : replicates) {
      if (replicate < estimate) below += 1;
      if (replicate == estimate) below += 0.5;
    }
    double half = 0.5 / replicates.length; // no replicate on one side: half of one, not infinity
    return Normal.quantile(Math.min(Math.max(below / replicates.length, half), 1 - half));
  }

  private static double acceleration(double[] jackknife, long[] weights) {
    double sum = 0;
    long rows = 0;
    for (int i = 0; i < jackknife.length; i++) {
      sum += weights[i] * jackknife[i];
      rows += weights[i];
    }
    double mean = sum / rows;
    double squares = 0;
    double cubes = 0;
    for (int i = 0; i < jackknife.length; i++) {
      double d = mean - jackknife[i];
      squares += weights[i] * d * d;
      cubes += weights[i] * d * d * d;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }
}
