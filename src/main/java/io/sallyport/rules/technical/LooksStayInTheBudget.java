package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * F08: a held-out set is looked at a limited number of times; each look is one verdict of Gate 1,
 * counted per program.
 */
public final class LooksStayInTheBudget implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/looks-stay-in-the-budget";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    int limit = facts.floors().maximumLooks();
    if (facts.look() >= 1 && facts.look() <= limit) return List.of();
    String value = facts.look() < 1 ? "not counted" : "number " + facts.look();
    String remedy =
        " looks; for a fresh held-out set name another remainder of the split or a ready"
            + " held-out set, with more than half of its rows never held out before";
    return List.of(finding("this look at the held-out set", value, limit + remedy));
  }
}
