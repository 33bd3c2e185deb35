package io.sallyport.rules.security;

import java.time.Instant;

/**
 * What is known of an image's vulnerability scan and of where the report comes from (S10, design
 * trust 7): the report is an OCI referrer of the image, signed by the scanner's identity.
 *
 * @param present whether a report was found at all
 * @param reportSha256 hex SHA-256 of the report's bytes
 * @param reportManifestDigest digest of the referrer's manifest, {@code sha256:…}: what the scanner
 *     signs
 * @param reportManifestSizeBytes size of that manifest
 * @param signature the signature over the referrer's manifest
 * @param scannedDigest the image digest that the report itself names, empty if it names none
 * @param scannedAt when the scan was made; {@link Instant#EPOCH} if the report does not say
 * @param hasResults whether the report has results: none means "not scanned", not "clean"
 */
public record ScanFacts(
    boolean present,
    String reportSha256,
    String reportManifestDigest,
    long reportManifestSizeBytes,
    SignatureFacts signature,
    String scannedDigest,
    Instant scannedAt,
    boolean hasResults,
    Severities severities) {

  /** No report was found. */
  public static ScanFacts absent() {
    return new ScanFacts(
        false, "", "", 0, SignatureFacts.absent(), "", Instant.EPOCH, false, Severities.NONE);
  }
}
