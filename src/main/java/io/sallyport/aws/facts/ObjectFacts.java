package io.sallyport.aws.facts;

import java.time.Instant;

/**
 * What S3 says of one version of an object (S05). A text is empty where S3 has nothing to say.
 *
 * @param encryption {@code aws:kms} …
 * @param lockMode {@code COMPLIANCE}, {@code GOVERNANCE}
 * @param lockedUntil {@link Instant#EPOCH} if it is not locked
 */
public record ObjectFacts(
    String uri,
    String versionId,
    long sizeBytes,
    String encryption,
    String kmsKey,
    String lockMode,
    Instant lockedUntil,
    Instant writtenAt) {}
