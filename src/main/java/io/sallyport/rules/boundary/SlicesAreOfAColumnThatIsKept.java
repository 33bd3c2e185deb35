package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** S09: a slice is taken by a column that is still there after feature engineering. */
public final class SlicesAreOfAColumnThatIsKept implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/slices-are-of-a-column-that-is-kept";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<Submission.Metric> metrics = facts.submission().evaluation().metrics();
    List<String> dropped = facts.submission().data().dropColumns();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      String pointer = "/evaluation/metrics/" + i + "/slice/column";
      metrics
          .get(i)
          .slice()
          .map(Submission.Slice::column)
          .filter(column -> column.isBlank() || dropped.contains(column))
          .ifPresent(
              column ->
                  findings.add(finding(pointer, Shown.of(column), "a column that is not dropped")));
    }
    return findings;
  }
}
