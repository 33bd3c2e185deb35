package io.sallyport.rules.technical;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the evaluation found for one requested metric. Numbers are decimals of six places, as text;
 * the ends of the two-sided 99 % interval are rounded outwards, so that rounding never helps a
 * model.
 *
 * @param direction {@code at least} where more is better, {@code at most} for losses
 * @param n rows that the metric speaks of: for recall and f1 of a class, the rows of that class
 */
public record MetricResult(
    String name,
    Optional<Slice> slice,
    String measured,
    String lower,
    String upper,
    long n,
    String direction) {

  /** Whether this is the result of {@code request}. */
  public boolean answers(RequestedMetric request) {
    return name.equals(request.name()) && slice.equals(request.slice());
  }

  /** Whether less is better. */
  public boolean loss() {
    return Metric.named(name).map(Metric::direction).filter(Metric.AT_MOST::equals).isPresent();
  }

  /** The end of the interval that must reach the threshold: the lower, for losses the upper. */
  public BigDecimal bound() {
    return PlainDecimal.of(name, loss() ? upper : lower);
  }
}
