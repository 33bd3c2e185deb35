package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * S10, design trust 7: each image has a scan report of known origin, about it, not old, with
 * results.
 */
public final class ImagesWereScanned implements Rule<SecurityFacts> {

  private static final Duration AGE_MAX = Duration.ofDays(30);
  private static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);
  private static final String LIMIT = "at most 30 days old and not in the future";

  @Override
  public String id() {
    return "gate-2/images-were-scanned";
  }

  @Override
  public List<Finding> check(SecurityFacts facts) {

    return facts.images().stream().flatMap(image -> check(image, facts).stream()).toList();
  }

  private List<Finding> check(ImageFacts image, SecurityFacts facts) {
    ScanFacts scan = image.scan();
    String subject = "scan of " + image.role() + " image " + image.reference();
    if (!scan.present()) {
      return List.of(finding(subject, "not scanned", "a signed report among its referrers"));
    }
    List<Finding> findings = new ArrayList<>();
    new SignatureCheck(
            scan.reportManifestDigest(), scan.reportManifestSizeBytes(), facts.trust().scanners())
        .breaches(scan.signature())
        .forEach(
            breach ->
                findings.add(
                    finding(subject, "not scanned: report " + breach.value(), breach.limit())));
    if (image.digest().isBlank() || !scan.scannedDigest().equals(image.digest())) {
      String named = scan.scannedDigest().isBlank() ? "no digest" : scan.scannedDigest();
      findings.add(finding(subject, "not scanned: report about " + named, image.digest()));
    }
    if (!scan.hasResults()) {
      findings.add(finding(subject, "not scanned: report without results", "at least one result"));
    }
    if (!recent(scan.scannedAt(), facts.now())) {
      findings.add(finding(subject, "not scanned: report of " + scan.scannedAt(), LIMIT));
    }
    return findings;
  }

  private static boolean recent(Instant scannedAt, Instant now) {
    return !scannedAt.isBefore(now.minus(AGE_MAX)) && !scannedAt.isAfter(now.plus(CLOCK_SKEW_MAX));
  }
}
