package io.sallyport.gates.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * One metric against its limit (F08): the limit stands at 30 % of every bar, right of it passes,
 * for losses too. Each bar has its own scale, so that all of it lies within 3 to 97 %.
 *
 * @param state {@code ok}, {@code watch} (close call) or {@code stop} (not proven)
 * @param point where the measured value lies, {@code 66%}
 * @param intervalStart where the 99 % interval begins
 * @param before the version in service beside it; empty where there is none
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
    Optional<Before> before,
    String words) {

  private static final double LIMIT_AT = 30;
  private static final double EDGE = 3;
  private static final int DECIMALS = 4;

  /** A close call clears the limit by less than this share of its interval. */
  private static final BigDecimal CLOSE = new BigDecimal("0.25");

  /**
   * The version in service on the same metric.
   *
   * @param point where it lies
   * @param words {@code 0.0130 better}, said of the version that is asked for
   */
  public record Before(String point, String words, boolean worse) {

    private String spoken() {
      return ", against the version in service " + words;
    }
  }

  /** A metric that was asked for and not measured. */
  public static ThresholdBar notMeasured(String name, String threshold) {
    String words = name + " was not measured, limit " + threshold;
    return new ThresholdBar(
        name,
        threshold,
        "not measured",
        "",
        "",
        0,
        "stop",
        "Not assessable",
        "",
        "",
        "",
        Optional.empty(),
        words);
  }

  /** A metric that was measured. */
  static ThresholdBar of(Measurement metric) {
    BigDecimal worst = metric.spare(metric.lower()).min(metric.spare(metric.upper()));
    BigDecimal best = metric.spare(metric.lower()).max(metric.spare(metric.upper()));
    double scale = scale(metric, worst, best);
    String state = state(worst, best);
    String margin =
        plain(worst.abs(), RoundingMode.DOWN) + (worst.signum() < 0 ? " short" : " to spare");
    String interval =
        plain(metric.lower(), RoundingMode.FLOOR)
            + " to "
            + plain(metric.upper(), RoundingMode.CEILING);
    String measured = plain(metric.measured(), RoundingMode.HALF_EVEN);
    String limit = metric.direction() + " " + metric.threshold().toPlainString();
    Optional<Before> before = before(metric, scale);
    return new ThresholdBar(
        metric.name(),
        limit,
        measured,
        interval,
        margin,
        metric.rows(),
        state,
        outcome(state),
        at(metric.spare(metric.measured()), scale),
        at(worst, scale),
        percent(best.subtract(worst).doubleValue() * scale),
        before,
        "%s %s, 99%% interval %s, limit %s, %s, %s%s"
            .formatted(
                metric.name(),
                measured,
                interval,
                limit,
                margin,
                outcome(state),
                before.map(Before::spoken).orElse("")));
  }

  private static Optional<Before> before(Measurement metric, double scale) {
    return metric
        .before()
        .map(
            value -> {
              BigDecimal gain = metric.spare(metric.measured()).subtract(metric.spare(value));
              return new Before(at(metric.spare(value), scale), gain(gain), gain.signum() < 0);
            });
  }

  private static String gain(BigDecimal gain) {
    return gain.signum() == 0
        ? "the same"
        : plain(gain.abs(), RoundingMode.HALF_EVEN) + (gain.signum() < 0 ? " worse" : " better");
  }

  /** Percent for one unit of the metric, so that all that is drawn lies within the edges. */
  private static double scale(Measurement metric, BigDecimal worst, BigDecimal best) {
    BigDecimal point = metric.spare(metric.measured());
    BigDecimal old = metric.before().map(metric::spare).orElse(point);
    return scale(worst.min(point).min(old).doubleValue(), best.max(point).max(old).doubleValue());
  }

  private static String at(BigDecimal spare, double scale) {
    return percent(LIMIT_AT + spare.doubleValue() * scale);
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
