package io.sallyport.rules.authorization;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.boundary.Tier;
import java.util.List;

/**
 * S11; design, trust 1: nobody sets their own bar. The table {@code approval-quorum} may ask for
 * more approvals than the tier needs, never for fewer.
 */
public final class TheQuorumReachesTheTiersLeast implements Rule<AuthorizationFacts> {

  @Override
  public String id() {
    return "authorization/the-quorum-reaches-the-tiers-least";
  }

  @Override
  public List<Finding> check(AuthorizationFacts facts) {
    int needed = facts.naming().approvalsNeeded();
    int least = least(facts.tier());
    return needed >= least
        ? List.of()
        : List.of(
            finding("approvals needed", needed, "at least " + least + " in tier " + facts.tier()));
  }

  /** Approvals that a tier needs at least; an unknown tier needs the most. */
  static int least(String tier) {
    return switch (Tier.named(tier).orElse(Tier.CRITICAL)) {
      case ROUTINE -> 1;
      case SIGNIFICANT -> 2;
      case CRITICAL -> 3;
    };
  }
}
