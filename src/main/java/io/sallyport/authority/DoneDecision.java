package io.sallyport.authority;

import java.time.Instant;

/** A decision that a person signed, as a list of them shows it. */
public record DoneDecision(
    String taskId, String task, String modelVersion, String outcome, Instant signedAt) {}
