package io.sallyport.rules.technical;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * F08: rows of one group (a person, a place, a scene) are all on one side of the split. A group
 * column that the model does not see is not in the files of the evaluation: then the processing
 * job's own check stands, without which training does not start.
 */
public final class NoGroupStraddlesTheSplit implements Rule<TechnicalFacts> {

  static final String ID = "gate-1/no-group-straddles-the-split";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Finding> check(TechnicalFacts facts) {
    long both = facts.evaluation().overlap().groupsInBoth().orElse(0L);
    if (both == 0) return List.of();
    String column = facts.plan().groupColumn().orElse("");
    String value = both + " groups with rows in both sets";
    return List.of(finding("the group column " + column, value, "no group in both sets"));
  }
}
