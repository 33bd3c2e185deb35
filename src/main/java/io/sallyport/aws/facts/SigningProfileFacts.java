package io.sallyport.aws.facts;

import java.time.Instant;

/**
 * What AWS Signer says of a signing profile (S10).
 *
 * @param versionArn the profile's own ARN and its version
 * @param status {@code Active}, {@code Canceled}, {@code Revoked}
 * @param revokedFrom signatures made at or after this instant are void; {@link Instant#MAX} if none
 */
public record SigningProfileFacts(String versionArn, String status, Instant revokedFrom) {

  /** Whether a signature made at {@code signedAt} with this profile still counts. */
  public boolean countsAt(Instant signedAt) {
    return !status.equals("Revoked") && signedAt.isBefore(revokedFrom);
  }
}
