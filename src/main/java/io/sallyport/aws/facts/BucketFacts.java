package io.sallyport.aws.facts;

/**
 * What S3 says of a bucket (S01, S04): facts to be judged by rules, nothing judged yet. A text is
 * empty where S3 has nothing to say: of a bucket in another region it tells the region alone.
 *
 * @param account the boundary's account if the bucket belongs to it, else empty
 * @param encryption default encryption: {@code aws:kms}, {@code AES256} …
 * @param versioning {@code Enabled}, {@code Suspended}
 */
public record BucketFacts(String region, String account, String encryption, String versioning) {}
