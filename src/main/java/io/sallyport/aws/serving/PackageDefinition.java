package io.sallyport.aws.serving;

import io.sallyport.aws.ImageUri;

/**
 * A model version as it is to stand in the registry, pending approval (S06, S07).
 *
 * @param group the model's name; its package group must exist
 * @param description for people; up to 900 characters
 * @param artifactUri S3 address of {@code model.tar.gz}
 * @param report what its metrics are shown by
 * @param kmsKey key that encrypts the entry's card
 * @param metadata container digests, data-set version and digest, script version
 */
public record PackageDefinition(
    String group,
    String description,
    ImageUri image,
    String artifactUri,
    MetricsReport report,
    String kmsKey,
    RegistryMetadata metadata) {}
