package io.sallyport.rules.boundary;

import static java.util.stream.Collectors.joining;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.boundary.Submission.Task;
import io.sallyport.rules.technical.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * S09: what is asked for can be measured: metrics that Gate 1 knows, of the kind that the task has,
 * none twice, one at least.
 */
public final class MetricsAreKnown implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/metrics-are-known";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    List<Submission.Metric> metrics = facts.submission().evaluation().metrics();
    if (metrics.isEmpty()) {
      return List.of(finding("/evaluation/metrics", "empty", "one metric or more"));
    }
    List<Finding> findings = new ArrayList<>();
    Set<List<Object>> met = new HashSet<>();
    for (int i = 0; i < metrics.size(); i++) {
      Submission.Metric asked = metrics.get(i);
      String pointer = "/evaluation/metrics/" + i + "/name";
      if (!fits(asked.name(), facts.submission().task())) {
        findings.add(finding(pointer, Shown.of(asked.name()), known(facts.submission().task())));
      } else if (!met.add(List.of(asked.name(), asked.slice()))) {
        findings.add(finding(pointer, Shown.of(asked.name()) + ", asked for before", "each once"));
      }
    }
    return findings;
  }

  private static boolean fits(String name, Task task) {
    return Metric.named(name)
        .filter(metric -> metric.ofRegression() == (task == Task.REGRESSION))
        .isPresent();
  }

  private static String known(Task task) {
    return Stream.of(Metric.values())
        .filter(metric -> metric.ofRegression() == (task == Task.REGRESSION))
        .map(metric -> metric.ofOneClass() ? metric.word() + ":<class>" : metric.word())
        .collect(joining(", ", "one of ", ""));
  }
}
