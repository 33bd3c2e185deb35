package io.sallyport.rules.boundary;

import io.sallyport.rules.RuleBook;

/** S01 to S06: what holds for every submission, at REST, at the command line and in the process. */
public final class BoundaryRules {

  public static final RuleBook<SubmissionFacts> BOOK =
      RuleBook.of("boundary", new DataComesFromTheProgramsBuckets());

  private BoundaryRules() {}
}
