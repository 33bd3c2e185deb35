package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S13, S14: the name that consumers ask belongs to one program, the first that submitted under it:
 * nobody else's version comes to answer there.
 */
public final class TheEndpointNameIsTheProgramsOwn implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-endpoint-name-is-the-programs-own";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.endpointOwner().map(owner -> check(facts.submission(), owner)).orElse(List.of());
  }

  /** The same, of a name whose owner is known for good: the submission's transaction holds it. */
  public List<Finding> check(Submission submission, String owner) {
    if (owner.equals(submission.program())) return List.of();
    String value = Shown.of(submission.endpoint().name()) + ", another program's";
    return List.of(finding("/endpoint/name", value, "a name of your own, or one that is free"));
  }
}
