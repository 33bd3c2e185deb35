package io.sallyport.rules.security;

import java.time.Instant;
import java.util.List;

/**
 * Everything that gate 2 judges (S10), gathered before and judged later, here or offline.
 *
 * @param artifact what the scan job saw in the artifact
 * @param expectedArtifactSha256 hex SHA-256 that the training run recorded for the artifact
 * @param images the images of the model version, each in its role
 * @param outsideWeights weights from outside that the submission names
 * @param trust whose signatures count
 * @param limits how many vulnerabilities an image may have
 * @param now when the facts were gathered
 */
public record SecurityFacts(
    ArtifactScan artifact,
    String expectedArtifactSha256,
    List<ImageFacts> images,
    List<String> outsideWeights,
    Trust trust,
    SeverityLimits limits,
    Instant now) {

  public SecurityFacts {
    images = List.copyOf(images);
    outsideWeights = List.copyOf(outsideWeights);
  }

  /**
   * Whose signatures count for the program.
   *
   * @param imageSigners profiles that may sign images
   * @param scanners identities that may sign scan reports
   */
  public record Trust(List<String> imageSigners, List<String> scanners) {

    public Trust {
      imageSigners = List.copyOf(imageSigners);
      scanners = List.copyOf(scanners);
    }
  }
}
