package io.sallyport.gates.pages;

import java.math.BigDecimal;

/**
 * What was measured for one metric of the plan.
 *
 * @param lower lower end of the two-sided 99 % interval
 * @param rows rows that the metric speaks of
 * @param direction {@code at least} or {@code at most}
 */
record Measurement(
    String name,
    BigDecimal threshold,
    BigDecimal measured,
    BigDecimal lower,
    BigDecimal upper,
    long rows,
    String direction) {}
