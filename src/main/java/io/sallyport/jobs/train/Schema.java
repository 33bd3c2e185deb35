package io.sallyport.jobs.train;

import io.sallyport.rules.technical.ProcessingPlan;
import java.util.List;
import java.util.Optional;

/**
 * How a row of text becomes the numbers that a model reads: {@code schema.json} beside the model.
 * Learnt from the training part alone.
 *
 * @param version 1
 * @param task {@code classification} or {@code regression}
 * @param label name of the label's column, which a row to predict does not have
 * @param columns in the order of a row's values
 * @param features name of each number, columns in order: a numeric column's value, then {@code
 *     name?} if it had missing values; a category's {@code name=value} for each value
 * @param scales for a linear model, of each feature: subtract the mean, divide by the deviation
 * @param target for a linear regression, the label's: predictions are turned back by it
 * @param classes of a classification, sorted; the order of an answer's scores
 */
public record Schema(
    int version,
    String task,
    String label,
    List<Column> columns,
    List<String> features,
    List<Scale> scales,
    Optional<Scale> target,
    List<String> classes) {

  static final int VERSION = 1;
  static final String NUMERIC = "numeric";
  static final String CATEGORY = "category";

  /** The column is read over: it held nothing, or too many texts, in the training part. */
  static final String IGNORED = "ignored";

  boolean classification() {
    return task.equals(ProcessingPlan.CLASSIFICATION);
  }

  /**
   * One column of a row.
   *
   * @param median of a numeric column; stands in for a missing value
   * @param tellsMissing whether a feature says that the value was missing
   * @param categories values met in training; any other, and a missing one, is none of them
   */
  public record Column(
      String name, String kind, double median, boolean tellsMissing, List<String> categories) {

    static Column ignored(String name) {
      return new Column(name, IGNORED, 0, false, List.of());
    }

    int width() {
      return switch (kind) {
        case NUMERIC -> tellsMissing ? 2 : 1;
        case CATEGORY -> categories.size();
        default -> 0;
      };
    }
  }

  /** Mean and standard deviation; a deviation of zero is written as one. */
  record Scale(double mean, double deviation) {

    double scaled(double value) {
      return (value - mean) / deviation;
    }

    double back(double scaled) {
      return scaled * deviation + mean;
    }
  }
}
