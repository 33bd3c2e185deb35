package io.sallyport.rules.technical.statistics;

/** A metric that needs the rows themselves: computed with each row taken so many times. */
@FunctionalInterface
public interface RowMetric {

  double of(int[] times);
}
