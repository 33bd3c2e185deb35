package io.sallyport.rules.technical;

import java.math.BigDecimal;

/**
 * What a tier asks of one metric at least (S09).
 *
 * @param direction {@link Metric#AT_LEAST}, or {@link Metric#AT_MOST} for a loss
 */
public record Floor(String direction, BigDecimal value) {

  /** Whether a threshold asks for less than the floor. */
  public boolean isMissedBy(BigDecimal threshold) {
    int compared = threshold.compareTo(value);
    return direction.equals(Metric.AT_MOST) ? compared > 0 : compared < 0;
  }

  /** As a limit: {@code at least 0.70 in tier routine}. */
  public String in(String tier) {
    return direction + " " + value.toPlainString() + " in tier " + tier;
  }
}
