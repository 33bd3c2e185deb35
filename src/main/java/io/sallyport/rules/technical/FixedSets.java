package io.sallyport.rules.technical;

/**
 * The digests that were written down before training started (F07): lower-case hex SHA-256 of the
 * training set and of the held-out set.
 */
public record FixedSets(String trainSha256, String holdoutSha256) {}
