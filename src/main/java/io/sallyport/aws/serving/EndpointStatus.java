package io.sallyport.aws.serving;

import java.util.Optional;

/**
 * What AWS says about an endpoint now.
 *
 * @param configuration the one in force; after a failed update still the earlier one
 * @param instanceCount instances that answer now
 */
public record EndpointStatus(
    String name,
    String arn,
    State state,
    String configuration,
    int instanceCount,
    Optional<String> failureReason) {

  /** How an endpoint stands. */
  public enum State {
    /** It is being created, updated, rolled back or deleted. */
    CHANGING,
    IN_SERVICE,
    FAILED,
    OUT_OF_SERVICE;

    static State of(String status) {
      return switch (status) {
        case "Creating", "Updating", "SystemUpdating", "RollingBack", "Deleting" -> CHANGING;
        case "InService" -> IN_SERVICE;
        case "Failed", "UpdateRollbackFailed" -> FAILED;
        case "OutOfService" -> OUT_OF_SERVICE;
        default -> throw new IllegalStateException("SageMaker has a status '" + status + "'");
      };
    }
  }
}
