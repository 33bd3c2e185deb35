package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** S05, S09: a ready hold-out has the columns of the data, in any order, and no other. */
public final class TheHoldOutHasTheSameColumns implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/the-hold-out-has-the-same-columns";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<String> data = columns(facts, "/data/source");
    List<String> holdout = columns(facts, "/data/holdout");
    if (data.size() < 2 || holdout.size() < 2) return List.of();
    List<Finding> findings = new ArrayList<>();
    without(data, holdout)
        .ifPresent(
            missing ->
                findings.add(
                    finding("/data/holdout", "without " + missing, "every column of the data")));
    without(holdout, data)
        .ifPresent(
            foreign ->
                findings.add(
                    finding("/data/holdout", "with " + foreign, "no other than the data has")));
    return findings;
  }

  /** None where the header was not met. */
  private static List<String> columns(SubmissionFacts facts, String pointer) {
    return facts.live().stream()
        .flatMap(live -> live.headers().stream())
        .filter(header -> header.pointer().equals(pointer))
        .findFirst()
        .map(LiveFacts.Header::columns)
        .orElse(List.of());
  }

  private static Optional<String> without(List<String> columns, List<String> others) {
    Set<String> rest = new TreeSet<>(columns);
    others.forEach(rest::remove);
    return rest.isEmpty() ? Optional.empty() : Optional.of(Columns.shown(List.copyOf(rest)));
  }
}
