package io.sallyport.rules.technical;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the evaluation job measured (S09, F08): written as {@code evaluation.json}, judged by {@link
 * TechnicalRules#BOOK} at the gate, at deployment and by an auditor. Its numbers are for the
 * authority and the auditor only ({@link SubmitterView}).
 *
 * @param plan the plan that the job read
 * @param rows rows of the held-out set
 * @param trainRows rows of the training set
 * @param classes rows of each class in the held-out set, 0 for a class seen in training only; empty
 *     for regression
 * @param slices rows of each slice of the plan
 */
public record Evaluation(
    EvaluationPlan plan,
    long rows,
    long trainRows,
    Map<String, Long> classes,
    List<SliceRows> slices,
    List<MetricResult> metrics,
    Confusion confusion,
    Overlap overlap,
    SetsRead read) {

  public Evaluation {
    classes = Collections.unmodifiableMap(new TreeMap<>(classes)); // one order in every record
    slices = List.copyOf(slices);
    metrics = List.copyOf(metrics);
  }

  /** The result of a requested metric, if it was measured. */
  public Optional<MetricResult> resultOf(RequestedMetric request) {
    return metrics.stream().filter(result -> result.answers(request)).findFirst();
  }

  /** How many held-out rows a slice has. */
  public record SliceRows(Slice slice, long rows) {}

  /**
   * Rows by true class (outer list) and predicted class (inner list), both in the order of {@code
   * labels}; empty for regression.
   */
  public record Confusion(List<String> labels, List<List<Long>> counts) {

    public Confusion {
      labels = List.copyOf(labels);
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  /**
   * What the held-out set and the training set have in common.
   *
   * @param exactDuplicates held-out rows whose features are those of a training row
   * @param rowsCompared held-out rows that were compared with all training rows: all, or a sample
   * @param nearDuplicates of the rows compared, those nearer to a training row than a quarter of
   *     the median distance among training rows
   * @param nearDuplicateShare near duplicates / rows compared, six decimals
   * @param groupsInBoth groups with rows on both sides; empty if the plan names no group column or
   *     the files do not have it
   */
  public record Overlap(
      long exactDuplicates,
      long rowsCompared,
      long nearDuplicates,
      String nearDuplicateShare,
      Optional<Long> groupsInBoth) {}

  /** Lower-case hex SHA-256 of each file as the job read it. */
  public record SetsRead(
      String trainSha256, String holdoutSha256, String predictionsSha256, String planSha256) {}
}
