package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S02: jobs and endpoint run behind security groups of the program. */
public final class SecurityGroupsAreTheProgramsOwn implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/security-groups-are-the-programs-own";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return AllowList.check(
        this,
        "/network/securityGroups",
        facts.submission().network().securityGroups(),
        facts.program().securityGroups());
  }
}
