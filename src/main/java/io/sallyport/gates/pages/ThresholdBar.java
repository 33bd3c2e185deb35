package io.sallyport.gates.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One metric against its limit (F08): the limit stands at 30 % of every bar, right of it passes,
 * for losses too. Each bar has its own scale, so that all of it lies within 3 to 97 %.
 *
 * @param state {@code ok}, {@code watch} (close call) or {@code stop} (not proven)
 * @param point where the measured value lies, {@code 66%}
 * @param intervalStart where the 99 % interval begins
 */
public record ThresholdBar(
    String name,
    String limit,
    String measured,
    String interval,
    String margin,
    long rows,
    String state,
    String outcome,
    String point,
    String intervalStart,
    String intervalWidth,
    String words) {

  private static final double LIMIT_AT = 30;
  private static final double EDGE = 3;
  private static final int DECIMALS = 4;

  /** A close call clears the limit by less than this share of its interval. */
  private static final BigDecimal CLOSE = new BigDecimal("0.25");

  /** A metric that was asked for and not measured. */
  public static ThresholdBar notMeasured(String name, String threshold) {
    String words = name + " was not measured, limit " + threshold;
    return new ThresholdBar(
        name, threshold, "not measured", "", "", 0, "stop", "Not assessable", "", "", "", words);
  }

  /** A metric that was measured. */
  static ThresholdBar of(Measurement metric) {
    boolean loss = metric.direction().equals("at most");
    BigDecimal sign = loss ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal limit = metric.threshold();
    BigDecimal point = metric.measured().subtract(limit).multiply(sign);
    BigDecimal one = metric.lower().subtract(limit).multiply(sign);
    BigDecimal other = metric.upper().subtract(limit).multiply(sign);
    BigDecimal worst = one.min(other);
    BigDecimal best = one.max(other);
    double scale = scale(worst.min(point).doubleValue(), best.max(point).doubleValue());
    String state = state(worst, best);
    String margin =
        plain(worst.abs(), RoundingMode.DOWN) + (worst.signum() < 0 ? " short" : " to spare");
    String interval =
        plain(metric.lower(), RoundingMode.FLOOR)
            + " to "
            + plain(metric.upper(), RoundingMode.CEILING);
    String measured = plain(metric.measured(), RoundingMode.HALF_EVEN);
    String limitWords = metric.direction() + " " + limit.toPlainString();
    return new ThresholdBar(
        metric.name(),
        limitWords,
        measured,
        interval,
        margin,
        metric.rows(),
        state,
        outcome(state),
        percent(LIMIT_AT + point.doubleValue() * scale),
        percent(LIMIT_AT + worst.doubleValue() * scale),
        percent(best.subtract(worst).doubleValue() * scale),
        "%s %s, 99%% interval %s, limit %s, %s, %s"
            .formatted(metric.name(), measured, interval, limitWords, margin, outcome(state)));
  }

  /** Whether there is anything to draw. */
  public boolean isDrawn() {
    return !point.isEmpty();
  }

  private static double scale(double least, double most) {
    double left = least < 0 ? (LIMIT_AT - EDGE) / -least : Double.MAX_VALUE;
    double right = most > 0 ? (100 - EDGE - LIMIT_AT) / most : Double.MAX_VALUE;
    double scale = Math.min(left, right);
    return scale == Double.MAX_VALUE ? 1 : scale;
  }

  private static String state(BigDecimal worst, BigDecimal best) {
    if (worst.signum() < 0) return "stop";
    BigDecimal width = best.subtract(worst);
    return worst.compareTo(width.multiply(CLOSE)) < 0 ? "watch" : "ok";
  }

  private static String outcome(String state) {
    return switch (state) {
      case "stop" -> "Not proven";
      case "watch" -> "Passed, close call";
      default -> "Passed";
    };
  }

  private static String plain(BigDecimal value, RoundingMode rounding) {
    return value.setScale(DECIMALS, rounding).toPlainString();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
