package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Optional;

/** F08: rows of one group (a person, a place, a scene) are all on one side of the split. */
public final class NoGroupStraddlesTheSplit implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/no-group-straddles-the-split";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    return facts.plan().groupColumn().map(column -> judge(column, facts)).orElse(List.of());
  }

  private List<Finding> judge(String column, TechnicalFacts facts) {
    Optional<Long> both = facts.evaluation().overlap().groupsInBoth();
    if (both.isPresent() && both.get() == 0) return List.of();
    String value =
        both.map(groups -> groups + " groups with rows in both sets").orElse("not checked");
    return List.of(finding("the group column " + column, value, "no group in both sets"));
  }
}
