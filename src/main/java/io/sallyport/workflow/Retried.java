package io.sallyport.workflow;

import java.time.Instant;

/**
 * A retry that a person asked for.
 *
 * @param job the incident that it was about
 * @param passed whether the case has gone through the step since, and before a later retry
 * @param repeated whether a later retry followed
 */
public record Retried(
    String job,
    String modelVersion,
    String program,
    String activity,
    String name,
    String reason,
    Instant askedAt,
    boolean passed,
    boolean repeated) {}
