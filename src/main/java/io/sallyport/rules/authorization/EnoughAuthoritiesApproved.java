package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import java.util.List;

/** S11: as many different authorities as the tier needs approved this very artifact. */
public final class EnoughAuthoritiesApproved implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/enough-authorities-approved";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    long approvals =
        facts.signatures().stream()
            .filter(Decided::approves)
            .filter(decided -> decided.modelDigest().equals(facts.modelDigest()))
            .map(Decided::person)
            .distinct()
            .count();
    int needed = Math.max(1, facts.naming().approvalsNeeded());
    return approvals >= needed
        ? List.of()
        : List.of(finding("approvals", approvals, "at least " + needed));
  }
}
