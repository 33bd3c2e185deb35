package io.sallyport.rules.technical.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * How columns of different units become comparable: numbers are (x - median) / (IQR / 1.349) of the
 * training set, words are equal or not. A missing number stands at the median.
 */
final class Scale {

  private static final double IQR_OF_NORMAL = 1.349;

  private final boolean[] numeric;
  private final double[] middle;
  private final double[] unit;

  /**
   * @param train a missing number is NaN, a word any number that stands for it
   * @param numeric which columns are numbers
   */
  Scale(List<double[]> train, List<Boolean> numeric) {
    int columns = numeric.size();
    this.numeric = new boolean[columns];
    this.middle = new double[columns];
    this.unit = new double[columns];
    for (int j = 0; j < columns; j++) {
      int column = j;
      this.numeric[j] = numeric.get(j);
      double[] values =
          train.stream().mapToDouble(row -> row[column]).filter(v -> !Double.isNaN(v)).toArray();
      Arrays.sort(values);
      middle[j] = median(values);
      unit[j] = unit(values);
    }
  }

  double[] scaled(double[] row) {
    double[] scaled = row.clone();
    for (int j = 0; j < row.length; j++) {
      if (!numeric[j]) continue;
      scaled[j] = Double.isNaN(row[j]) ? 0 : (row[j] - middle[j]) / unit[j];
    }
    return scaled;
  }

  /** Where a scaled row lies on the diagonal of the numeric columns. */
  double projection(double[] scaled) {
    double sum = 0;
    int numbers = 0;
    for (int j = 0; j < scaled.length; j++) {
      if (!numeric[j]) continue;
      sum += scaled[j];
      numbers++;
    }
    return numbers == 0 ? 0 : sum / Math.sqrt(numbers);
  }

  /**
   * The sum of squared differences of two scaled rows, or anything above {@code enough} as soon as
   * it is passed.
   */
  double squares(double[] one, double[] other, double enough) {
    double sum = 0;
    for (int j = 0; j < one.length && sum < enough; j++) {
      double difference = one[j] - other[j];
      sum += numeric[j] ? difference * difference : difference == 0 ? 0 : 1;
    }
    return sum;
  }

  /** The mean of the two middle values if their number is even; 0 of nothing. */
  static double median(double[] sorted) {
    if (sorted.length == 0) return 0;
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** IQR / 1.349; where more than half of the values are equal, the standard deviation; never 0. */
  private static double unit(double[] sorted) {
    if (sorted.length == 0) return 1;
    double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    if (range > 0) return range / IQR_OF_NORMAL;
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double variance = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  }

  /** Between the two values around the place q (n - 1). */
  private static double quantile(double[] sorted, double q) {
    double place = q * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
