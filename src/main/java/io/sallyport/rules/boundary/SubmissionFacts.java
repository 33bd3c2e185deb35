package io.sallyport.rules.boundary;

import io.sallyport.rules.technical.Floors;
import java.time.Instant;
import java.util.Optional;

/**
 * What the boundary judges: a submission, what its program may use, and what AWS says of the things
 * that it names, and what its tier asks for. Without live facts or floors the rules about them say
 * nothing; the product always gives both.
 *
 * @param floors of the program's tier, from the decision table {@code gate-1-thresholds}
 * @param endpointOwner the program that the endpoint's name belongs to; empty while it is free
 * @param at the moment of the question
 */
public record SubmissionFacts(
    Submission submission,
    Program program,
    Optional<LiveFacts> live,
    Optional<Floors> floors,
    Optional<String> endpointOwner,
    Instant at) {

  /** Without a look at AWS or the names that are taken. */
  public static SubmissionFacts offline(
      Submission submission, Program program, Optional<Floors> floors, Instant at) {
    return new SubmissionFacts(submission, program, Optional.empty(), floors, Optional.empty(), at);
  }
}
