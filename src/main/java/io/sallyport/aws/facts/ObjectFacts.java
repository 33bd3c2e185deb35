package io.sallyport.aws.facts;

/**
 * What S3 says of one version of an object (S05).
 *
 * @param encryption {@code aws:kms} …; empty where S3 has nothing to say
 */
public record ObjectFacts(long sizeBytes, String encryption) {}
