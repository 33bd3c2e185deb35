package io.sallyport.rules.technical.statistics;

/**
 * The score interval of a proportion (Wilson 1927): (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 +
 * z²/n).
 */
public final class Wilson {

  private Wilson() {}

  /** The interval for {@code hits} of {@code n} rows; without rows everything is possible. */
  public static Interval interval(long hits, long n, double confidence) {
    if (n == 0) return new Interval(0, 1);
    double p = (double) hits / n;
    double z = Normal.z(confidence);
    double square = z * z / n;
    double middle = p + square / 2;
    double half = z * Math.sqrt(p * (1 - p) / n + square / (4 * n));
    double lower = hits == 0 ? 0 : (middle - half) / (1 + square);
    double upper = hits == n ? 1 : (middle + half) / (1 + square);
    return new Interval(lower, upper);
  }

  /**
   * The rows with which a share {@code p} has its lower bound at {@code threshold}, 99 % two-sided:
   * z² t(1-t) / (p-t)², rounded up.
   */
  public static long rowsToProve(double p, double threshold) {
    return rowsToProve(p, threshold, Normal.CONFIDENCE);
  }

  static long rowsToProve(double p, double threshold, double confidence) {
    double z = Normal.z(confidence);
    double distance = p - threshold;
    return (long) Math.ceil(z * z * threshold * (1 - threshold) / (distance * distance));
  }
}
