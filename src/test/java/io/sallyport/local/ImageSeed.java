package io.sallyport.local;

import io.sallyport.local.aws.ImageSigning;
import io.sallyport.local.aws.LocalAws;
import io.sallyport.local.aws.ecr.Images;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The images of the local boundary, each signed, scanned by Trivy, and the scan signed, too. */
final class ImageSeed {

  private static final Path IMAGES = Path.of("src/test/resources/images");
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final Referrer SIGNATURE =
      new Referrer("application/vnd.cncf.notary.signature", "application/jose+json");
  private static final Referrer REPORT =
      new Referrer("application/vnd.aquasec.trivy.report+json", "application/json");

  private final Images images;
  private final ImageSigning signing;
  private final String profile;
  private final Instant now;

  ImageSeed(LocalAws aws, Instant now) {
    this.images = aws.backstage().images();
    this.signing = ImageSigning.create("sallyport-image-signer", now);
    this.profile = aws.backstage().signer().profile("sallyport_images", "a1b2c3d4e5");
    this.now = now;
  }

  /** The trust anchor, PEM. */
  String trustAnchor() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'})
              .encodeToString(signing.authority().getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Who signs images and scans: the profile, without its version. */
  String signer() {
    return profile.substring(0, profile.lastIndexOf('/'));
  }

  /**
   * Registers the folder as a signed and scanned image; returns its reference by digest.
   *
   * @param severities of the vulnerabilities that its scan names
   */
  String plant(String repository, String folder, String... severities) {
    return plant(repository, IMAGES.resolve(folder), severities);
  }

  String plant(String repository, Path folder, String... severities) {
    Subject image = subject(repository, images.register(repository, folder));
    sign(image);
    sign(subject(repository, scan(image, severities)));
    return Images.uri(repository, image.digest());
  }

  /** A manifest to which others refer. */
  private record Subject(String repository, String digest, int sizeBytes) {}

  /** What refers to it: a manifest of this type around one layer. */
  private record Referrer(String type, String layerType) {}

  private Subject subject(String repository, String digest) {
    return new Subject(repository, digest, images.manifestSizeBytes(repository, digest));
  }

  private void sign(Subject subject) {
    byte[] envelope = signing.signBy(profile, subject.digest(), subject.sizeBytes(), now);
    put(subject, SIGNATURE, envelope);
  }

  /** Returns the digest of the scan. */
  private String scan(Subject image, String... severities) {
    String name = Images.REGISTRY + "/" + image.repository();
    byte[] report = ImageSigning.trivyReport(name, image.digest(), now, severities);
    return put(image, REPORT, report);
  }

  private String put(Subject subject, Referrer referrer, byte[] layer) {
    String config = images.blob("{}".getBytes(StandardCharsets.UTF_8));
    String blob = images.blob(layer);
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","artifactType":"%s",\
        "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},\
        "layers":[{"mediaType":"%s","digest":"%s","size":%d}],\
        "subject":{"mediaType":"%s","digest":"%s","size":%d}}"""
            .formatted(
                MANIFEST,
                referrer.type(),
                config,
                referrer.layerType(),
                blob,
                layer.length,
                MANIFEST,
                subject.digest(),
                subject.sizeBytes());
    return images.put(subject.repository(), manifest, MANIFEST, Optional.empty());
  }
}
