package io.sallyport.rules.technical;

import java.util.Arrays;
import java.util.Optional;

/**
 * The metrics that Gate 1 knows ({@code accuracy}, {@code recall:grey_soil}, …), each with the way
 * its 99 % interval is found and the task it belongs to. Definitions: docs/rules/technical.md.
 */
public enum Metric {
  ACCURACY("accuracy", Interval.WILSON),
  BALANCED_ACCURACY("balanced-accuracy", Interval.CONFUSION),
  MACRO_F1("macro-f1", Interval.CONFUSION),
  WEIGHTED_F1("weighted-f1", Interval.CONFUSION),
  F1("f1", Interval.CONFUSION),
  RECALL("recall", Interval.WILSON),
  AUROC("auroc", Interval.ROWS),
  LOG_LOSS("log-loss", Interval.ROWS),
  EXPECTED_CALIBRATION_ERROR("expected-calibration-error", Interval.ROWS),
  MAE("mae", Interval.ROWS),
  RMSE("rmse", Interval.ROWS),
  R2("r2", Interval.ROWS);

  public static final String AT_LEAST = "at least";
  public static final String AT_MOST = "at most";

  private static final char CLASS_FOLLOWS = ':';

  /** How the interval is found: a proportion, resampled counts, or resampled rows. */
  public enum Interval {
    WILSON,
    CONFUSION,
    ROWS
  }

  private final String word;
  private final Interval interval;

  Metric(String word, Interval interval) {
    this.word = word;
    this.interval = interval;
  }

  /** As plans, floors and records write it, without a class. */
  public String word() {
    return word;
  }

  public Interval interval() {
    return interval;
  }

  /** The metric that a plan calls {@code name}: a metric of one class must name the class. */
  public static Optional<Metric> named(String name) {
    int colon = name.indexOf(CLASS_FOLLOWS);
    String word = colon < 0 ? name : name.substring(0, colon);
    boolean namesClass = colon > 0 && colon < name.length() - 1;
    return Arrays.stream(values())
        .filter(metric -> metric.word.equals(word) && metric.ofOneClass() == namesClass)
        .findFirst();
  }

  /** The class in {@code f1:grey_soil}; empty for a metric of all classes. */
  public static Optional<String> classIn(String name) {
    int colon = name.indexOf(CLASS_FOLLOWS);
    return colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
  }

  public boolean ofOneClass() {
    return this == F1 || this == RECALL;
  }

  public boolean ofRegression() {
    return this == MAE || this == RMSE || this == R2;
  }

  /** {@link #AT_MOST} for a loss, else {@link #AT_LEAST}. */
  public String direction() {
    return switch (this) {
      case LOG_LOSS, EXPECTED_CALIBRATION_ERROR, MAE, RMSE -> AT_MOST;
      case ACCURACY, BALANCED_ACCURACY, MACRO_F1, WEIGHTED_F1, F1, RECALL, AUROC, R2 -> AT_LEAST;
    };
  }
}
