package io.sallyport.aws.facts;

/** A part of an image or artifact in the registry: what it is, its {@code sha256:…}, its size. */
public record Blob(String mediaType, String digest, long sizeBytes) {}
