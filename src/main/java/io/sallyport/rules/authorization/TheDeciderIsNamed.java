package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.Collections;
import java.util.List;

/** S11, R10: the task is for this person by name, or for a group that the person is in now. */
public final class TheDeciderIsNamed implements Rule<DecisionFacts> {

  @Override
  public String id() {
    return "authorization/the-decider-is-named";
  }

  @Override
  public List<Finding> check(DecisionFacts facts) {
    boolean byName = facts.named().contains(facts.decider());
    boolean byGroup = !Collections.disjoint(facts.groups(), facts.memberships());
    boolean holdsTheRole = facts.groups().isEmpty() || byGroup;
    boolean isAsked = facts.named().isEmpty() ? byGroup : byName && holdsTheRole;
    return isAsked
        ? List.of()
        : List.of(finding(facts.decider(), "not asked", "those named, while they hold the role"));
  }
}
