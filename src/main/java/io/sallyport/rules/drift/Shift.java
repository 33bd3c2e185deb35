package io.sallyport.rules.drift;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far the counts of a window lie from those of the baseline. A bin that is empty in both is no
 * bin.
 *
 * @param psi population stability index, sum (q - p) ln(q / p) with p = (a + 0.5) / (m + 0.5 K)
 * @param psiStar without what sampling alone gives: PSI - (K - 1)(1/n + 1/m) (Yurdakul 2018)
 * @param chiSquared of two samples, K - 1 degrees of freedom
 * @param p of that, without any correction
 */
public record Shift(double psi, double psiStar, double chiSquared, double p) {

  private static final double SMOOTHING = 0.5;
  private static final int PLACES = 6;

  public static Shift between(long[] baseline, long[] window) {
    int[] bins =
        IntStream.range(0, baseline.length).filter(i -> baseline[i] + window[i] > 0).toArray();
    double m = IntStream.of(bins).mapToLong(i -> baseline[i]).sum();
    double n = IntStream.of(bins).mapToLong(i -> window[i]).sum();
    if (bins.length < 2 || m == 0 || n == 0) return new Shift(0, 0, 0, 1);
    double psi = 0;
    double chiSquared = 0;
    for (int i : bins) {
      double p = (baseline[i] + SMOOTHING) / (m + SMOOTHING * bins.length);
      double q = (window[i] + SMOOTHING) / (n + SMOOTHING * bins.length);
      psi += (q - p) * Math.log(q / p);
      double difference = Math.sqrt(n / m) * baseline[i] - Math.sqrt(m / n) * window[i];
      chiSquared += difference * difference / (baseline[i] + window[i]);
    }
    int degrees = bins.length - 1;
    double chance = degrees * (1 / n + 1 / m);
    double p = ChiSquaredDistribution.of(degrees).survivalProbability(chiSquared);
    return new Shift(psi, psi - chance, chiSquared, p);
  }

  /** A number of this record as facts carry it: a decimal of six places. */
  public static String text(double number) {
    return BigDecimal.valueOf(number).setScale(PLACES, RoundingMode.HALF_EVEN).toPlainString();
  }
}
