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
  private static final String NOTATION = "application/vnd.cncf.notary.signature";
  private static final String TRIVY = "application/vnd.aquasec.trivy.report+json";

  private final Images images;
  private final ImageSigning signing;
  private final Instant now;

  ImageSeed(LocalAws aws, Instant now) {
    this.images = aws.backstage().images();
    this.signing = ImageSigning.create("sallyport-image-signer", now);
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

  /** Who signs images and scans. */
  String signer() {
    return signing.profile();
  }

  /** Registers the folder as a signed and scanned image; returns its reference by digest. */
  String plant(String repository, String folder) {
    return plant(repository, IMAGES.resolve(folder));
  }

  String plant(String repository, Path folder) {
    String digest = images.register(repository, folder);
    int size = manifestSize(repository, digest);
    sign(repository, digest, size);
    scan(repository, digest, size);
    return Images.uri(repository, digest);
  }

  private int manifestSize(String repository, String digest) {
    return images.manifestSizeBytes(repository, digest);
  }

  private void sign(String repository, String digest, int size) {
    byte[] envelope = signing.sign(digest, size, now);
    put(repository, NOTATION, "application/jose+json", envelope, digest, size);
  }

  private void scan(String repository, String digest, int size) {
    byte[] report = ImageSigning.trivyReport(Images.REGISTRY + "/" + repository, digest, now);
    String referrer = put(repository, TRIVY, "application/json", report, digest, size);
    sign(repository, referrer, manifestSize(repository, referrer));
  }

  private String put(
      String repository, String type, String layerType, byte[] layer, String subject, int size) {
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
    String config = images.blob(empty);
    String blob = images.blob(layer);
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","artifactType":"%s",\
        "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},\
        "layers":[{"mediaType":"%s","digest":"%s","size":%d}],\
        "subject":{"mediaType":"%s","digest":"%s","size":%d}}"""
            .formatted(
                MANIFEST, type, config, layerType, blob, layer.length, MANIFEST, subject, size);
    return images.put(repository, manifest, MANIFEST, Optional.empty());
  }
}
