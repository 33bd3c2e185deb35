package io.sallyport.rules.security;

import io.sallyport.rules.security.ImageFacts.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Facts in which nothing is wrong; each test changes the one thing that it is about. */
final class Examples {

  static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  static final String ARTIFACT = "a".repeat(64);
  static final String DIGEST = "sha256:" + "b".repeat(64);
  static final String REPORT = "sha256:" + "c".repeat(64);
  static final String REFERENCE = "registry.example/sentinel/trainer@" + DIGEST;
  static final String BASE = "registry.example/base@sha256:" + "d".repeat(64);

  private Examples() {}

  static SecurityFacts facts() {
    return facts(image(Role.PROCESSING), image(Role.TRAINING), image(Role.INFERENCE));
  }

  static SecurityFacts facts(ImageFacts... images) {
    return facts(scan(), List.of(), images);
  }

  static SecurityFacts facts(ArtifactScan scan, List<String> weights, ImageFacts... images) {
    return new SecurityFacts(
        scan,
        ARTIFACT,
        List.of(images),
        weights,
        new SecurityFacts.Trust(List.of("signer"), List.of("scanner")),
        SeverityLimits.STRICT,
        NOW);
  }

  static ArtifactScan scan() {
    return new ArtifactScan(
        ARTIFACT,
        100,
        List.of(new ArtifactScan.Member("model.pb", 90, "e".repeat(64), "tribuo")),
        List.of());
  }

  static SignatureFacts signature(String profile, String digest, long size) {
    return new SignatureFacts(true, profile, digest, size, true, false, false, List.of(), "");
  }

  static ScanFacts report() {
    return report(Severities.NONE);
  }

  static ScanFacts report(Severities severities) {
    return new ScanFacts(
        true,
        "f".repeat(64),
        REPORT,
        77,
        signature("scanner", REPORT, 77),
        DIGEST,
        NOW.minus(Duration.ofDays(30)),
        true,
        severities);
  }

  static ImageFacts image(Role role) {
    return image(role, signature("signer", DIGEST, 1024), report());
  }

  static ImageFacts image(Role role, SignatureFacts signature, ScanFacts report) {
    return new ImageFacts(role, REFERENCE, DIGEST, 1024, signature, report, "builder-7", BASE);
  }
}
