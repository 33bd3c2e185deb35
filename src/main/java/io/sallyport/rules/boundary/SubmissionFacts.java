package io.sallyport.rules.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What the boundary judges: a submission, what its program may use, and what AWS says of the things
 * that it names. Without live facts the rules about them say nothing: the command line lints
 * offline that way, nothing else does.
 *
 * @param at the moment of the question
 */
public record SubmissionFacts(
    Submission submission, Program program, Optional<LiveFacts> live, Instant at) {

  /** Without a look at AWS. */
  public static SubmissionFacts offline(Submission submission, Program program, Instant at) {
    return new SubmissionFacts(submission, program, Optional.empty(), at);
  }
}
