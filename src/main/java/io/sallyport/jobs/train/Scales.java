package io.sallyport.jobs.train;

import java.util.ArrayList;
import java.util.List;

/** Means and standard deviations (of the population) for linear models. */
final class Scales {

  private Scales() {}

  /** Of each feature, over all rows. */
  static List<Schema.Scale> of(List<double[]> rows, Encoder plain) {
    int width = plain.features().size();
    double[] sums = new double[width];
    for (double[] row : rows) add(sums, plain.encode(row));
    double[] squares = new double[width];
    for (double[] row : rows) {
      double[] encoded = plain.encode(row);
      for (int i = 0; i < width; i++) {
        double distance = encoded[i] - sums[i] / rows.size();
        squares[i] += distance * distance;
      }
    }
    List<Schema.Scale> scales = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      scales.add(scale(sums[i] / rows.size(), squares[i] / rows.size()));
    }
    return scales;
  }

  private static void add(double[] sums, double[] values) {
    for (int i = 0; i < sums.length; i++) sums[i] += values[i];
  }

  static Schema.Scale of(double[] values) {
    double mean = 0;
    for (double value : values) mean += value / values.length;
    double variance = 0;
    for (double value : values) variance += (value - mean) * (value - mean) / values.length;
    return scale(mean, variance);
  }

  private static Schema.Scale scale(double mean, double variance) {
    double deviation = Math.sqrt(variance);
    return new Schema.Scale(mean, deviation > 0 ? deviation : 1);
  }
}
