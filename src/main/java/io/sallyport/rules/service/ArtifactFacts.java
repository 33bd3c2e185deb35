package io.sallyport.rules.service;

/**
 * The bytes that are about to be deployed, read again.
 *
 * @param uri where they lie
 * @param sha256 of the bytes that lie there
 * @param authorized SHA-256 of the bytes that were trained, judged and signed for
 */
public record ArtifactFacts(String uri, String sha256, String authorized) {}
