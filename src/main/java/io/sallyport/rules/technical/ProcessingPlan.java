package io.sallyport.rules.technical;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the processing job is told to do with a data set as submitted (P1, P2; F10): {@code
 * processing/input/plan/plan.json}.
 *
 * @param label the column that the model is to predict
 * @param task {@code classification} or {@code regression}
 * @param delimiter one character; the outputs always use a comma
 * @param dropColumns columns that are neither trained on nor evaluated
 * @param columnKinds {@code numeric} or {@code categorical}, by name, of the columns whose kind the
 *     submission fixes; the kinds of others are recognized
 * @param split which rows are held out; not used when the submission names a ready hold-out
 * @param seed kept for the jobs that follow; splitting draws nothing
 */
public record ProcessingPlan(
    String label,
    String task,
    String delimiter,
    List<String> dropColumns,
    Map<String, String> columnKinds,
    Split split,
    long seed) {

  public static final String CLASSIFICATION = "classification";
  public static final String REGRESSION = "regression";
  public static final String NUMERIC = "numeric";
  public static final String CATEGORICAL = "categorical";

  public ProcessingPlan {
    dropColumns = List.copyOf(dropColumns);
    columnKinds = Map.copyOf(columnKinds);
  }

  /**
   * A row is held out if the SHA-256 of its text as submitted (UTF-8, no line end), read as an
   * unsigned number, leaves {@code remainder} when divided by {@code modulus}. With a group column
   * the group's value is hashed instead, so that no group straddles the split.
   */
  public record Split(int modulus, int remainder, Optional<String> groupColumn) {}
}
