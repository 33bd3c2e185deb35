package io.sallyport.gates.pages;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was measured for one metric of the plan.
 *
 * @param lower lower end of the two-sided 99 % interval
 * @param rows rows that the metric speaks of
 * @param before what the version in service reached; empty where there is none
 * @param direction {@code at least} or {@code at most}
 */
record Measurement(
    String name,
    BigDecimal threshold,
    BigDecimal measured,
    BigDecimal lower,
    BigDecimal upper,
    long rows,
    Optional<BigDecimal> before,
    String direction) {

  /** By how much a value clears the threshold; below zero it does not, for losses too. */
  BigDecimal spare(BigDecimal value) {
    BigDecimal over = value.subtract(threshold);
    return direction.equals("at most") ? over.negate() : over;
  }
}
