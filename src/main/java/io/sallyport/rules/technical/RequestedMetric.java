package io.sallyport.rules.technical;

import io.sallyport.rules.Refused;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A metric of the plan with the threshold that its bound must reach, on all held-out rows or on a
 * slice of them.
 *
 * @param name as {@link Metric} knows it: {@code accuracy}, {@code f1:grey_soil}
 * @param threshold a plain decimal, as text: {@code 0.85}
 */
public record RequestedMetric(String name, String threshold, Optional<Slice> slice) {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

  public RequestedMetric {
    if (!DECIMAL.matcher(threshold).matches()) {
      throw new Refused(
          "gate-1/a-threshold-is-a-decimal", name, threshold, "a plain decimal such as 0.85");
    }
  }

  /** The threshold as an exact number. */
  public BigDecimal limit() {
    return new BigDecimal(threshold);
  }

  /** How findings and records call it: {@code accuracy}, {@code recall on region = north}. */
  public String subject() {
    return slice.map(rows -> name + " on " + rows).orElse(name);
  }
}
