package io.sallyport.rules.boundary;

import static io.sallyport.rules.boundary.HyperparametersAreShortTexts.LENGTH_MAX;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * S07: a column whose kind is fixed by hand is numeric or categorical, and is learnt from. The kind
 * of the label follows from the task.
 */
public final class ColumnKindsAreKnown implements Rule<SubmissionFacts> {

  private static final List<String> KINDS = List.of("numeric", "categorical");

  @Override
  public String id() {
    return "boundary/column-kinds-are-known";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    Submission.DataSource data = facts.submission().data();
    List<Finding> findings = new ArrayList<>();
    new TreeMap<>(data.columns())
        .forEach(
            (column, kind) -> {
              String pointer = "/data/columns/" + Pointer.escaped(column);
              if (!KINDS.contains(kind)) {
                findings.add(finding(pointer, Shown.of(kind), String.join(" or ", KINDS)));
              } else if (data.dropColumns().contains(column)) {
                findings.add(finding(pointer, "dropped", "a column that is not dropped"));
              } else if (data.label().equals(column)) {
                findings.add(finding(pointer, "the label", "a column to learn from"));
              }
            });
    CategoricalColumns.of(data)
        .filter(names -> names.length() > LENGTH_MAX)
        .ifPresent(names -> findings.add(tooLong(names)));
    return findings;
  }

  private Finding tooLong(String names) {
    return finding(
        "/data/columns",
        names.length() + " characters of names of categorical columns",
        "at most " + LENGTH_MAX + " characters, as SageMaker hands them to the training image");
  }
}
