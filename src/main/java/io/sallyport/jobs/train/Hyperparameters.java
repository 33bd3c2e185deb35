package io.sallyport.jobs.train;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.technical.ProcessingPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the reference trainer can be told: {@code input/config/hyperparameters.json}, all values
 * text. What is unknown or out of range is refused, everything at once; what a trainer does not use
 * is ignored.
 *
 * @param categoricalColumns columns in which numbers are names of categories
 * @param minChildWeight the weight that a node needs to be split
 * @param fractionFeatures share of the features tried at each split of a forest
 */
record Hyperparameters(
    String label,
    String task,
    String trainer,
    Set<String> categoricalColumns,
    int trees,
    OptionalDouble minChildWeight,
    double fractionFeatures,
    int maxDepth,
    int epochs,
    long seed) {

  static final String RANDOM_FOREST = "random-forest";
  static final String FOREST_WITHOUT_BOOTSTRAP = "forest-without-bootstrap";
  static final String ADABOOST = "adaboost";
  static final String LINEAR = "linear";

  private static final List<String> TRAINERS =
      List.of(RANDOM_FOREST, FOREST_WITHOUT_BOOTSTRAP, ADABOOST, LINEAR);
  private static final List<String> KNOWN =
      List.of(
          "label",
          "task",
          "trainer",
          "categorical-columns",
          "trees",
          "min-child-weight",
          "fraction-features",
          "max-depth",
          "epochs",
          "seed");

  static Hyperparameters of(Map<String, String> given) {
    Given values = new Given(given);
    values.refuseUnknown();
    String trainer = values.oneOf("trainer", TRAINERS, RANDOM_FOREST);
    String task = values.oneOf("task", tasks(trainer), ProcessingPlan.CLASSIFICATION);
    Hyperparameters read =
        new Hyperparameters(
            values.label(),
            task,
            trainer,
            values.names("categorical-columns"),
            (int) values.number("trees", 1, 1000, 50),
            values.weight(),
            values.number("fraction-features", 1e-6, 1, 1 / 6.0),
            (int) values.number("max-depth", 1, 1000, trainer.equals(ADABOOST) ? 4 : 1000),
            (int) values.number("epochs", 1, 10_000, 50),
            values.seed());
    if (!values.findings.isEmpty()) throw new Refused(values.findings.all());
    return read;
  }

  private static List<String> tasks(String trainer) {
    return trainer.equals(ADABOOST)
        ? List.of(ProcessingPlan.CLASSIFICATION)
        : List.of(ProcessingPlan.CLASSIFICATION, ProcessingPlan.REGRESSION);
  }

  boolean linear() {
    return trainer.equals(LINEAR);
  }

  /** The values in force, defaults included. */
  Map<String, String> inForce(long rows) {
    Map<String, String> all = new TreeMap<>();
    all.put("label", label);
    all.put("task", task);
    all.put("trainer", trainer);
    all.put("seed", Long.toString(seed));
    if (!categoricalColumns.isEmpty()) {
      all.put("categorical-columns", String.join(", ", new TreeSet<>(categoricalColumns)));
    }
    if (linear()) {
      all.put("epochs", Integer.toString(epochs));
      return all;
    }
    all.put("trees", Integer.toString(trees));
    all.put("max-depth", Integer.toString(maxDepth));
    all.put("min-child-weight", Double.toString(minChildWeight(rows)));
    if (!trainer.equals(ADABOOST)) {
      all.put("fraction-features", Double.toString(fractionFeatures));
    }
    return all;
  }

  /**
   * As given; else, for a random forest, a sixtieth of the rows, from 2 to 80, which keeps a forest
   * from remembering single rows; 1 for full trees. Boosted weights sum to one, so there the bound
   * must be far below a row's share.
   */
  double minChildWeight(long rows) {
    return switch (trainer) {
      case ADABOOST -> minChildWeight.orElse(1e-6);
      case RANDOM_FOREST -> minChildWeight.orElse((double) Math.max(2, Math.min(80, rows / 60)));
      default -> minChildWeight.orElse(1);
    };
  }

  /** Reads the values; what is wrong with them is found, not thrown. */
  private static final class Given {

    private final Map<String, String> values;
    private final Findings findings = new Findings();

    Given(Map<String, String> values) {
      this.values = values;
    }

    void refuseUnknown() {
      new TreeMap<>(values)
          .keySet().stream()
              .filter(name -> !KNOWN.contains(name))
              .forEach(name -> tell("known", name, "unknown", String.join(", ", KNOWN)));
    }

    String label() {
      String label = values.getOrDefault("label", "");
      if (label.isBlank()) tell("in-range", "label", "not given", "the name of a column");
      return label;
    }

    String oneOf(String name, List<String> allowed, String otherwise) {
      String value = values.getOrDefault(name, otherwise);
      if (!allowed.contains(value)) {
        tell("in-range", name, Excerpt.of(value), String.join(", ", allowed));
      }
      return value;
    }

    Set<String> names(String name) {
      String text = values.getOrDefault(name, "[]");
      Optional<Set<String>> names = Json.texts(text);
      if (names.isEmpty()) tell("in-range", name, Excerpt.of(text), "a JSON list of column names");
      return names.orElse(Set.of());
    }

    OptionalDouble weight() {
      if (!values.containsKey("min-child-weight")) return OptionalDouble.empty();
      return OptionalDouble.of(number("min-child-weight", 1e-9, 1e9, 1));
    }

    double number(String name, double least, double most, double otherwise) {
      String text = values.getOrDefault(name, "");
      if (text.isEmpty()) return otherwise;
      double value = Cell.number(text).orElse(Double.NaN);
      boolean whole = least != 1 || value == Math.rint(value);
      if (value >= least && value <= most && whole) return value;
      String limit = (least == 1 ? "a whole number" : "a number") + " from %s to %s";
      tell("in-range", name, Excerpt.of(text), String.format(limit, plain(least), plain(most)));
      return otherwise;
    }

    private static String plain(double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    long seed() {
      String text = values.getOrDefault("seed", "1");
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException notWhole) {
        tell("in-range", "seed", Excerpt.of(text), "a whole number of 64 bits");
        return 1;
      }
    }

    private void tell(String rule, String name, String value, String limit) {
      String subject = "the hyperparameter " + Excerpt.of(name);
      findings.add("training/hyperparameters-are-" + rule, subject, value, limit);
    }
  }
}
