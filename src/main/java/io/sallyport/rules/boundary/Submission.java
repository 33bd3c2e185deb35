package io.sallyport.rules.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an ML engineer asks for (S01 to S06, S09, S14, S16): a model version, the data, containers
 * and parameters it is made from, the bar it must reach, and the endpoint it shall answer at. Its
 * JSON Schema is published as {@code schema/submission.schema.json}.
 *
 * @param model name of the model, unique over all programs
 * @param program the program that the model belongs to
 * @param reason why this version is needed; the first thing an approver reads
 * @param returnedFrom the version that an authority sent back and that this one replaces
 */
public record Submission(
    String model,
    String program,
    String reason,
    Task task,
    DataSource data,
    Containers containers,
    Training training,
    Evaluation evaluation,
    Network network,
    Encryption encryption,
    Roles roles,
    Endpoint endpoint,
    Envelope envelope,
    Optional<String> returnedFrom) {

  /** What the model predicts: a class or a number. */
  public enum Task {
    CLASSIFICATION,
    REGRESSION
  }

  /**
   * The rows to learn from.
   *
   * @param columns kinds that the submitter fixes by hand; other columns are recognized
   * @param groupColumn rows of one group stay on one side of the split
   * @param dropColumns feature engineering: columns that the model must not see
   * @param split how the hold-out is drawn; absent when a ready hold-out is named
   */
  public record DataSource(
      ObjectVersion source,
      String label,
      String delimiter,
      Map<String, String> columns,
      Optional<String> groupColumn,
      List<String> dropColumns,
      Optional<Split> split,
      Optional<ObjectVersion> holdout) {}

  /** An exact version of an S3 object. */
  public record ObjectVersion(String uri, String versionId) {}

  /** A row is held out when the hash of its text, modulo {@code modulus}, is {@code remainder}. */
  public record Split(int modulus, int remainder) {}

  /** The images, pinned by digest. */
  public record Containers(String training, String inference) {}

  /** How the model is trained. Hyperparameters are strings, as in SageMaker. */
  public record Training(
      String scriptVersion,
      Map<String, String> hyperparameters,
      String instanceType,
      int instanceCount,
      int volumeGigabytes,
      int maximumRuntimeSeconds) {}

  /** The bar: each metric with its threshold. Looked at once per verdict of Gate 1. */
  public record Evaluation(List<Metric> metrics) {}

  /** A metric, on all held-out rows or on a slice. The threshold is a decimal, as text. */
  public record Metric(String name, String threshold, Optional<Slice> slice) {}

  /** The held-out rows in which {@code column} has {@code value}. */
  public record Slice(String column, String value) {}

  /** Where the jobs and the endpoint run. */
  public record Network(List<String> subnets, List<String> securityGroups) {}

  /** The customer-managed key for data, artifacts and volumes. */
  public record Encryption(String key) {}

  /** Execution roles of the program. */
  public record Roles(String training, String serving) {}

  /** Where the model shall answer, within which bounds, and for whom (S14, S16). */
  public record Endpoint(
      String name,
      String instanceType,
      int minimumInstances,
      int maximumInstances,
      List<String> consumers) {}

  /** What the model is meant for, and until when (S19, S20). An ISO date, exclusive, in UTC. */
  public record Envelope(String purpose, String expires) {}
}
