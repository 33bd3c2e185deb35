package io.sallyport.rules.technical.statistics;

/** Both ends of a two-sided confidence interval. */
public record Interval(double lower, double upper) {

  /** The smallest interval that holds this one and the point. */
  public Interval including(double point) {
    return new Interval(Math.min(lower, point), Math.max(upper, point));
  }
}
