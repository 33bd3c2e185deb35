package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S09: there is a label, and feature engineering does not drop it. */
public final class TheLabelIsKept implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-label-is-kept";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.DataSource data = facts.submission().data();
    if (data.label().isBlank()) {
      return List.of(finding("/data/label", "empty", "the name of a column"));
    }
    return data.dropColumns().contains(data.label())
        ? List.of(
            finding("/data/dropColumns", Shown.of(data.label()), "columns other than the label"))
        : List.of();
  }
}
