package io.sallyport.workflow;

import java.time.Instant;

/**
 * A retry that a person asked for.
 *
 * @param passed whether the case has gone through the step since
 */
public record Retried(
    String modelVersion,
    String activity,
    String name,
    String reason,
    Instant askedAt,
    boolean passed) {}
