package io.sallyport.aws.facts;

/**
 * What S3 says of a bucket (S02, S05): facts to be judged by rules, nothing judged yet. A text is
 * empty where S3 has nothing to say.
 *
 * @param account the boundary's account if the bucket belongs to it, else empty
 * @param encryption default encryption: {@code aws:kms}, {@code AES256} …
 * @param kmsKey the key of the default encryption
 * @param versioning {@code Enabled}, {@code Suspended}
 * @param objectLock {@code Enabled}
 * @param policy the bucket policy as JSON
 */
public record BucketFacts(
    String name,
    String region,
    String account,
    String encryption,
    String kmsKey,
    String versioning,
    String objectLock,
    String policy) {}
