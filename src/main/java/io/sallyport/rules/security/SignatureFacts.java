package io.sallyport.rules.security;

import java.util.List;

/**
 * What a Notation signature says and whether it holds (S10, Notary Project signature
 * specification). Read from the bytes of the envelope; revocation is asked of the signing service
 * and joined with {@link #withRevoked}.
 *
 * @param present whether there is a signature at all
 * @param profile the signer: profile ARN of the signing service, or the subject of the leaf
 *     certificate; empty if absent
 * @param targetDigest digest of the manifest that was signed, {@code sha256:…}
 * @param targetSizeBytes size of the manifest that was signed
 * @param trusted whether the signature verifies and its chain ends at a trust anchor
 * @param expired whether the signature or its certificate is past its time
 * @param revoked whether the signing service revoked it; true also as long as it has not answered
 * @param unknownCritical names in {@code crit} that we do not understand
 * @param problem why it is not trusted, empty if it is
 */
public record SignatureFacts(
    boolean present,
    String profile,
    String targetDigest,
    long targetSizeBytes,
    boolean trusted,
    boolean expired,
    boolean revoked,
    List<String> unknownCritical,
    String problem) {

  public SignatureFacts {
    unknownCritical = List.copyOf(unknownCritical);
  }

  /** No signature was found. */
  public static SignatureFacts absent() {
    return new SignatureFacts(false, "", "", 0, false, false, false, List.of(), "absent");
  }

  /** There are bytes, but they are no signature that we can verify. */
  public static SignatureFacts unreadable(String problem) {
    return new SignatureFacts(true, "", "", 0, false, false, false, List.of(), problem);
  }

  /**
   * Whether it counts for the manifest of this digest and size, signed by one of these profiles.
   */
  public boolean countsFor(String digest, long sizeBytes, List<String> profiles) {
    return new SignatureCheck(digest, sizeBytes, profiles).breaches(this).isEmpty();
  }

  /** The same facts with the signing service's answer about revocation. */
  public SignatureFacts withRevoked(boolean nowRevoked) {
    return new SignatureFacts(
        present,
        profile,
        targetDigest,
        targetSizeBytes,
        trusted,
        expired,
        nowRevoked,
        unknownCritical,
        problem);
  }
}
