package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S11, AC-5: Gate 3 names at least as many authorities as must approve. A list that is too short
 * could never fill its quorum, and an empty one would pass the task at once.
 */
public final class EnoughAuthoritiesAreEligible implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/enough-authorities-are-eligible";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    int named = facts.naming().people().size();
    int needed = Math.max(1, facts.naming().approvalsNeeded());
    return named >= needed
        ? List.of()
        : List.of(
            finding("authorities named", named, "at least " + needed + " without a part in it"));
  }
}
