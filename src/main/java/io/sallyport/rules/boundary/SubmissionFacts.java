package io.sallyport.rules.boundary;

import java.time.Instant;

/**
 * What the boundary judges: a submission, and what its program may use.
 *
 * @param at the moment of the question
 */
public record SubmissionFacts(Submission submission, Program program, Instant at) {}
