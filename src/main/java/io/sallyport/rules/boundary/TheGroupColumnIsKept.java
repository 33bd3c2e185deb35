package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * S09: rows of one group stay together, so the group column must be there when the split is made
 * and when leakage is looked for; and it is not the label.
 */
public final class TheGroupColumnIsKept implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-group-column-is-kept";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.DataSource data = facts.submission().data();
    String pointer = "/data/groupColumn";
    return data
        .groupColumn()
        .filter(
            group ->
                group.isBlank() || group.equals(data.label()) || data.dropColumns().contains(group))
        .map(
            group ->
                finding(pointer, Shown.of(group), "a column that is neither dropped nor the label"))
        .stream()
        .toList();
  }
}
