package io.sallyport.rules.security;

import io.sallyport.rules.Finding;
import java.util.List;

/**
 * What the scan job saw in a model artifact (S10): its digest, each member, and everything that it
 * did not understand. Written as {@code artifact-scan.json} by the job, judged by gate 2.
 *
 * @param artifactSha256 lower-case hex SHA-256 of the whole {@code model.tar.gz}
 * @param sizeBytes size of the whole {@code model.tar.gz}
 * @param members the files in the archive, in their order
 * @param findings each thing that is not on the allow-list; the scanner's own failure is one too
 */
public record ArtifactScan(
    String artifactSha256, long sizeBytes, List<Member> members, List<Finding> findings) {

  /** Rule id under which the scanner tells of its own failure. */
  public static final String SCANNER_FAILED = "scan/the-scanner-finished";

  public ArtifactScan {
    members = List.copyOf(members);
    findings = List.copyOf(findings);
  }

  /**
   * A file in the archive.
   *
   * @param sha256 lower-case hex
   * @param format how its content was read, {@code not understood} if it was not
   */
  public record Member(String name, long sizeBytes, String sha256, String format) {}
}
