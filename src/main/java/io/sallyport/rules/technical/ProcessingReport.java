package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the processing job read, how it split it and what it wrote (P2): {@code
 * processing/output/report/processing-report.json}. With findings nothing else was written: counts
 * are those of the rows that could be read and the digests of the outputs are empty strings.
 *
 * @param inputSha256 the data set as submitted
 * @param readyHoldoutSha256 the ready hold-out as submitted, if the submission named one
 * @param rows data rows read, the ready hold-out's included
 * @param columns in the order of the submitted header
 * @param trainClasses rows of each class in the training part; empty for a regression
 * @param holdoutRowsSha256 the list of row hashes by which looks are counted
 */
public record ProcessingReport(
    String inputSha256,
    Optional<String> readyHoldoutSha256,
    long rows,
    long trainRows,
    long holdoutRows,
    List<Column> columns,
    Map<String, Long> trainClasses,
    Map<String, Long> holdoutClasses,
    String trainSha256,
    String holdoutSha256,
    String featuresSha256,
    String holdoutRowsSha256,
    List<Finding> findings) {

  /** The column is all finite numbers or missing values. */
  public static final String NUMERIC = "numeric";

  /** The column holds few distinct texts. */
  public static final String CATEGORY = "category";

  /** The column is what the model is to predict. */
  public static final String LABEL = "label";

  /** The plan left the column out. */
  public static final String DROPPED_BY_PLAN = "dropped-by-plan";

  /** Left out because it holds more distinct texts than a category may. */
  public static final String DROPPED_AS_TEXT = "dropped-as-text";

  /** Left out because it holds no value at all. */
  public static final String DROPPED_AS_EMPTY = "dropped-as-empty";

  public ProcessingReport {
    columns = List.copyOf(columns);
    findings = List.copyOf(findings);
  }

  /** A column of the submitted header and what became of it: one of the words above. */
  public record Column(String name, String kind) {}
}
