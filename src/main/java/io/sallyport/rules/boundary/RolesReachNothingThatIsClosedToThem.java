package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * Design: trust 1: by IAM's own simulation the submitted roles can reach neither held-out rows, nor
 * the evidence, nor what belongs to another program.
 */
public final class RolesReachNothingThatIsClosedToThem implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/roles-reach-nothing-that-is-closed-to-them";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream().flatMap(live -> check(live).stream()).toList();
  }

  private List<Finding> check(LiveFacts live) {
    return live.reaches().stream()
        .filter(LiveFacts.Reach::allowed)
        .map(
            reach ->
                finding(
                    reach.pointer(),
                    reach.role() + " may " + reach.action() + " on " + reach.resource(),
                    "a role that may not"))
        .toList();
  }
}
