package io.sallyport.jobs.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How the text of one cell is read, in every job alike: a missing value, a finite number, or text.
 */
public final class Cell {

  private static final Set<String> MISSING = Set.of("", "na", "nan", "null", "?");
  private static final int MISSING_LENGTH_MAX = 4;
  private static final String NUMBER_CHARACTERS = "0123456789.+-eE";

  private Cell() {}

  /** Blank, NA, NaN, null or ?, in any case. */
  public static boolean missing(String text) {
    return text.length() <= MISSING_LENGTH_MAX && MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * The value of a plain decimal number ({@code -1.5e3}). Empty for all else: {@code 1,5}, {@code
   * 1d}, {@code 0x1}, {@code Infinity}, {@code 1e400}.
   */
  public static OptionalDouble number(String text) {
    if (text.isEmpty() || !plain(text)) return OptionalDouble.empty();
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /**
   * One spelling per value, so that {@code 1}, {@code 1.0} and {@code 1e0} are equal: a missing
   * value is empty, a number is written as {@link Double#toString}, text stays.
   */
  public static String canonical(String text) {
    if (missing(text)) return "";
    OptionalDouble number = number(text);
    return number.isPresent() ? Double.toString(number.getAsDouble() + 0.0) : text; // no -0.0
  }

  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (NUMBER_CHARACTERS.indexOf(text.charAt(i)) < 0) return false;
    }
    return true;
  }
}
