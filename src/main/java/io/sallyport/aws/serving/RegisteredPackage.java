package io.sallyport.aws.serving;

/**
 * An entry of the registry as it stands.
 *
 * @param version 1, 2, … within its group
 * @param definition what was registered; its metadata includes what an approval added
 * @param approvalReason what the person who approved or rejected it gave; empty before that
 */
public record RegisteredPackage(
    String arn,
    int version,
    Approval approval,
    String approvalReason,
    PackageDefinition definition) {

  /** Whether a model version may be deployed, as the registry says. */
  public enum Approval {
    PENDING,
    APPROVED,
    REJECTED
  }
}
