package io.sallyport.authority;

import java.time.Instant;

/** A decision that was signed and recorded. */
public record SignedDecision(String person, String outcome, String envelope, Instant signedAt) {}
