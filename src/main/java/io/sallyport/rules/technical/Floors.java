package io.sallyport.rules.technical;

import io.sallyport.rules.Refused;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Gate 1 demands of a tier at least (S09). The numbers come from the decision table {@code
 * gate-1-thresholds}; a submission may only raise them. Outputs of the table:
 *
 * <ul>
 *   <li>{@code minimumRows}, {@code minimumRowsPerClass}, {@code maximumLooks}: whole numbers
 *   <li>{@code maximumNearDuplicateShare}: a decimal, as text
 *   <li>{@code minimum…} or, for a loss, {@code maximum…} with the name of a metric ({@code
 *       minimumAccuracy}, {@code minimumBalancedAccuracy}, {@code minimumMacroF1}, {@code
 *       minimumAuroc}, {@code minimumR2}, {@code maximumMae}): a decimal, as text
 * </ul>
 *
 * @param thresholds by the metric's name: {@code balanced-accuracy} → {@code 0.70}
 */
public record Floors(
    long minimumRows,
    long minimumRowsPerClass,
    Map<String, String> thresholds,
    String maximumNearDuplicateShare,
    int maximumLooks) {

  private static final String RULE = "gate-1/the-floors-are-complete";
  private static final String ROWS = "minimumRows";
  private static final String ROWS_PER_CLASS = "minimumRowsPerClass";
  private static final String LOOKS = "maximumLooks";
  private static final String NEAR_DUPLICATES = "maximumNearDuplicateShare";

  public Floors {
    thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
  }

  /** Reads the outputs of the table. One that is missing or unknown is {@link Refused}. */
  public static Floors of(Map<String, ?> outputs) {
    Map<String, Object> rest = new TreeMap<>(outputs);
    long rows = whole(ROWS, rest.remove(ROWS));
    long rowsPerClass = whole(ROWS_PER_CLASS, rest.remove(ROWS_PER_CLASS));
    long looks = whole(LOOKS, rest.remove(LOOKS));
    String nearDuplicates = decimal(NEAR_DUPLICATES, rest.remove(NEAR_DUPLICATES));
    Map<String, String> thresholds = new TreeMap<>();
    rest.forEach((output, value) -> thresholds.put(metric(output), decimal(output, value)));
    return new Floors(rows, rowsPerClass, thresholds, nearDuplicates, Math.toIntExact(looks));
  }

  /** The tier's floor for a metric on all rows, if it has one. */
  public Optional<Floor> floor(String metric) {
    Optional<String> value = Optional.ofNullable(thresholds.get(metric));
    return Metric.named(metric).flatMap(known -> value.map(text -> floor(known, text)));
  }

  private static Floor floor(Metric metric, String value) {
    return new Floor(metric.direction(), PlainDecimal.of(metric.word(), value));
  }

  private static long whole(String output, @Nullable Object value) {
    try {
      return new BigDecimal(String.valueOf(value)).longValueExact();
    } catch (ArithmeticException | NumberFormatException notWhole) {
      throw new Refused(RULE, output, Objects.requireNonNullElse(value, "missing"), "a number");
    }
  }

  private static String decimal(String output, @Nullable Object value) {
    try {
      return new BigDecimal(String.valueOf(value)).toPlainString();
    } catch (NumberFormatException notDecimal) {
      throw new Refused(RULE, output, Objects.requireNonNullElse(value, "missing"), "a decimal");
    }
  }

  /** {@code minimumBalancedAccuracy} → {@code balanced-accuracy}. */
  private static String metric(String output) {
    String name = output.replaceFirst("^(minimum|maximum)", "");
    String word = name.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    String prefix = output.startsWith("minimum") ? Metric.AT_LEAST : Metric.AT_MOST;
    return Metric.named(word)
        .filter(metric -> metric.direction().equals(prefix))
        .map(Metric::word)
        .orElseThrow(() -> new Refused(RULE, output, "unknown", "a floor of a known metric"));
  }
}
