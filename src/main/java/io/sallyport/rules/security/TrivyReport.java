package io.sallyport.rules.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What a Trivy report says (schema version 2), read strictly: empty fields are omitted in it, so
 * that no vulnerabilities mean "clean" only where there is a result about packages. Bytes that
 * cannot be read give a report that says nothing, which no rule lets pass (S10, design trust 7).
 *
 * @param sha256 hex SHA-256 of the report's bytes
 * @param digests the image digests that the report names, {@code sha256:…}
 * @param hasResults whether packages were looked at at all
 */
public record TrivyReport(
    String sha256,
    List<String> digests,
    Instant createdAt,
    boolean hasResults,
    Severities severities) {

  private static final int REPORT_BYTES_MAX = 64 * 1024 * 1024;
  private static final Set<String> PACKAGES = Set.of("os-pkgs", "lang-pkgs");

  public TrivyReport {
    digests = List.copyOf(digests);
  }

  public static TrivyReport read(byte[] report) {
    try {
      JsonNode root = StrictJson.object(report.length > REPORT_BYTES_MAX ? new byte[0] : report);
      if (root.path("SchemaVersion").asInt() != 2) {
        throw new StrictJson.NotStrict("schema version is not 2");
      }
      return new TrivyReport(
          sha256(report),
          digests(root.path("Metadata").path("RepoDigests")),
          OffsetDateTime.parse(StrictJson.text(root, "CreatedAt")).toInstant(),
          hasResults(root.path("Results")),
          severities(root.path("Results")));
    } catch (StrictJson.NotStrict | DateTimeException unreadable) {
      return new TrivyReport(sha256(report), List.of(), Instant.EPOCH, false, Severities.NONE);
    }
  }

  /**
   * The facts about a scan whose report is carried by the referrer of this digest and size.
   *
   * @param imageDigest digest of the image that the report should be about
   */
  public ScanFacts facts(
      String imageDigest, String manifestDigest, long manifestSizeBytes, SignatureFacts signature) {
    String named = digests.isEmpty() ? "" : digests.get(0);
    return new ScanFacts(
        true,
        sha256,
        manifestDigest,
        manifestSizeBytes,
        signature,
        digests.contains(imageDigest) ? imageDigest : named,
        createdAt,
        hasResults,
        severities);
  }

  private static List<String> digests(JsonNode repoDigests) {
    List<String> digests = new ArrayList<>();
    for (JsonNode one : repoDigests) {
      digests.add(one.asText().substring(one.asText().indexOf('@') + 1));
    }
    return digests;
  }

  private static boolean hasResults(JsonNode results) {
    for (JsonNode result : results) {
      if (PACKAGES.contains(result.path("Class").asText())) {
        return true;
      }
    }
    return false;
  }

  private static Severities severities(JsonNode results) {
    Severities sum = Severities.NONE;
    for (JsonNode result : results) {
      for (JsonNode vulnerability : result.path("Vulnerabilities")) {
        sum = sum.plus(one(vulnerability.path("Severity").asText()));
      }
    }
    return sum;
  }

  private static Severities one(String severity) {
    return switch (severity) {
      case "CRITICAL" -> new Severities(1, 0, 0, 0, 0);
      case "HIGH" -> new Severities(0, 1, 0, 0, 0);
      case "MEDIUM" -> new Severities(0, 0, 1, 0, 0);
      case "LOW" -> new Severities(0, 0, 0, 1, 0);
      default -> new Severities(0, 0, 0, 0, 1);
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
