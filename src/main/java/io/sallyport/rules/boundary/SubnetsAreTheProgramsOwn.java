package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S02: jobs and endpoint run in subnets of the program. */
public final class SubnetsAreTheProgramsOwn implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/subnets-are-the-programs-own";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return AllowList.check(
        this,
        "/network/subnets",
        facts.submission().network().subnets(),
        facts.program().subnets());
  }
}
