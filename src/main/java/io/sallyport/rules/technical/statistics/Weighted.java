package io.sallyport.rules.technical.statistics;

/** Means of values that are taken several times. */
final class Weighted {

  private Weighted() {}

  static double mean(double[] values, int[] times) {
    double sum = 0;
    long rows = 0;
    for (int i = 0; i < values.length; i++) {
      sum += times[i] * values[i];
      rows += times[i];
    }
    return sum / rows;
  }
}
