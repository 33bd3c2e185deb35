package io.sallyport.rules.technical;

import io.sallyport.rules.technical.statistics.Wilson;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * How many rows would prove a metric if its measured value stayed: exact for proportions (the
 * Wilson bound meets the threshold), by the square root of n for the others. Empty if the measured
 * value is not beyond the threshold.
 */
final class RowsToProve {

  private RowsToProve() {}

  static OptionalLong of(MetricResult result, BigDecimal threshold) {
    double sign = result.loss() ? -1 : 1;
    double limit = threshold.doubleValue();
    double measured = Double.parseDouble(result.measured());
    double margin = sign * (measured - limit);
    if (!(margin > 0)) return OptionalLong.empty();
    if (proportion(result)) return OptionalLong.of(Wilson.rowsToProve(measured, limit));
    double width = sign * (measured - result.bound().doubleValue());
    double growth = width / margin;
    return OptionalLong.of((long) Math.ceil(result.n() * growth * growth));
  }

  private static boolean proportion(MetricResult result) {
    return Metric.named(result.name())
        .filter(metric -> metric.interval() == Metric.Interval.WILSON)
        .isPresent();
  }
}
