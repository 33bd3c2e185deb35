package io.sallyport.aws.facts;

import java.util.List;
import java.util.Map;

/**
 * The manifest of an image, or of an artifact that refers to one (a signature, a scan report), as
 * the registry holds it (OCI image specification 1.1). Its digest was computed from its bytes.
 *
 * @param digest {@code sha256:<64 hex>}
 * @param sizeBytes of the manifest itself, as a signature names it
 * @param artifactType of an artifact its kind, else empty
 * @param subject digest of the image that an artifact refers to, else empty; nobody signs this
 */
public record RegistryManifest(
    String repository,
    String digest,
    long sizeBytes,
    String mediaType,
    String artifactType,
    String subject,
    Blob config,
    List<Blob> layers,
    Map<String, String> annotations) {

  private static final String NOTATION = "application/vnd.cncf.notary.signature";
  private static final String TRIVY_REPORT = "application/vnd.aquasec.trivy.report+json";

  public RegistryManifest {
    layers = List.copyOf(layers);
    annotations = Map.copyOf(annotations);
  }

  /** A Notation signature over its subject. */
  public boolean isSignature() {
    return isOf(NOTATION);
  }

  /** A report of Trivy about its subject. */
  public boolean isScanReport() {
    return isOf(TRIVY_REPORT);
  }

  /** Clients of before OCI 1.1 say by the type of the configuration what an artifact is. */
  private boolean isOf(String type) {
    return artifactType.equals(type) || config.mediaType().equals(type);
  }
}
