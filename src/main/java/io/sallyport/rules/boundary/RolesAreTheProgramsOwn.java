package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * S01, S02: training and serving run under the roles that the program has for each. Nobody brings a
 * role that reaches further.
 */
public final class RolesAreTheProgramsOwn implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/roles-are-the-programs-own";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.Roles roles = facts.submission().roles();
    return Stream.of(
            AllowList.check(
                this, "/roles/training", roles.training(), facts.program().trainingRoles()),
            AllowList.check(
                this, "/roles/serving", roles.serving(), facts.program().servingRoles()))
        .flatMap(List::stream)
        .toList();
  }
}
