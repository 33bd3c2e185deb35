package io.sallyport.rules.technical;

import java.util.List;
import java.util.Optional;

/**
 * What a model version must prove on its held-out set (S09, F07). It is a fact before training
 * starts; the evaluation job reads it as {@code plan.json}.
 *
 * @param label name of the label's column
 * @param task {@code classification} or {@code regression}
 * @param metrics all of them must reach their threshold
 * @param groupColumn rows of one group stay on one side of the split
 * @param seed of all random draws of the evaluation
 */
public record EvaluationPlan(
    String label,
    String task,
    List<RequestedMetric> metrics,
    Optional<String> groupColumn,
    long seed) {

  public static final String CLASSIFICATION = "classification";
  public static final String REGRESSION = "regression";

  public EvaluationPlan {
    metrics = List.copyOf(metrics);
  }

  /** Whether the model names classes; anything else predicts a number. */
  public boolean classifies() {
    return task.equals(CLASSIFICATION);
  }
}
