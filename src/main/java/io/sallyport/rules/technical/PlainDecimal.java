package io.sallyport.rules.technical;

import io.sallyport.rules.Refused;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A decimal as records carry it: digits without an exponent. A few characters such as {@code
 * 1e999999999} would else stand for a number that fills a verifier's memory.
 */
final class PlainDecimal {

  /** The largest double has 309 digits before the point. */
  private static final Pattern FORM = Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?");

  private PlainDecimal() {}

  /** The number; {@code subject} is for the refusal. */
  static BigDecimal of(String subject, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new Refused(
          "gate-1/a-number-is-a-plain-decimal", subject, text, "digits, without an exponent");
    }
    return new BigDecimal(text);
  }
}
