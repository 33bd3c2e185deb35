package io.sallyport.rules.security;

/**
 * What is known of a container image that touches the model (S10), read from the registry.
 *
 * @param role what the image does for the model version
 * @param reference the reference as submitted, {@code registry/repository@sha256:…}
 * @param digest digest of the manifest in the registry, {@code sha256:…}; empty if not found
 * @param manifestSizeBytes size of that manifest, as the signature must name it
 * @param builder subject id of the person or pipeline that built it; empty if unknown
 * @param baseImage reference of the base image as the image's annotations document it; empty if not
 *     documented
 */
public record ImageFacts(
    Role role,
    String reference,
    String digest,
    long manifestSizeBytes,
    SignatureFacts signature,
    ScanFacts scan,
    String builder,
    String baseImage) {

  /** What an image does for a model version. */
  public enum Role {
    PROCESSING,
    TRAINING,
    INFERENCE
  }
}
