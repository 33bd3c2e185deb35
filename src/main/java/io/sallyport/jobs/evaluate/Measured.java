package io.sallyport.jobs.evaluate;

import io.sallyport.rules.technical.Metric;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import io.sallyport.rules.technical.statistics.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A measured value with its interval, and how it is written down. */
record Measured(double value, Interval interval, long n) {

  private static final int PLACES = 6;

  /** Binary noise beyond it is not a digit of the value. */
  private static final int DIGITS_KEPT = 12;

  /** Decimals, the interval rounded outwards; empty if a value is not finite. */
  Optional<MetricResult> result(RequestedMetric asked, Metric metric) {
    if (!Double.isFinite(value + interval.lower() + interval.upper())) return Optional.empty();
    return Optional.of(
        new MetricResult(
            asked.name(),
            asked.slice(),
            decimal(value, RoundingMode.HALF_EVEN),
            decimal(interval.lower(), RoundingMode.FLOOR),
            decimal(interval.upper(), RoundingMode.CEILING),
            n,
            metric.direction()));
  }

  private static String decimal(double value, RoundingMode rounding) {
    return new BigDecimal(value)
        .setScale(DIGITS_KEPT, RoundingMode.HALF_EVEN)
        .setScale(PLACES, rounding)
        .toPlainString();
  }
}
