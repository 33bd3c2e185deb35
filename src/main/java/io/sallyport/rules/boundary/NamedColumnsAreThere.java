package io.sallyport.rules.boundary;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.table.Columns;
import io.sallyport.rules.table.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * S05, S09: the label, the group, what is dropped, what has a fixed kind, and what slices are taken
 * by, are columns of the data. All that are not are told at once, with the nearest name.
 */
public final class NamedColumnsAreThere implements Rule<SubmissionFacts> {

  @Override
  public String id() {
    return "boundary/named-columns-are-there";
  }

  @Override
  public List<Finding> check(SubmissionFacts facts) {
    return facts.live().stream()
        .flatMap(live -> live.headers().stream())
        .filter(header -> header.pointer().equals("/data/source"))
        .map(LiveFacts.Header::columns)
        .filter(columns -> columns.size() > 1)
        .flatMap(columns -> missing(named(facts.submission()), columns))
        .toList();
  }

  private Stream<Finding> missing(Map<String, String> named, List<String> columns) {
    return named.entrySet().stream()
        .filter(one -> !one.getValue().isBlank())
        .filter(one -> !columns.contains(one.getValue()))
        .map(
            one ->
                finding(
                    one.getKey(),
                    Excerpt.of(one.getValue()),
                    Columns.insteadOf(one.getValue(), columns)));
  }

  /** Columns by the place that names them. */
  private static Map<String, String> named(Submission submission) {
    Submission.DataSource data = submission.data();
    Map<String, String> named = new LinkedHashMap<>();
    named.put("/data/label", data.label());
    data.groupColumn().ifPresent(group -> named.put("/data/groupColumn", group));
    for (int i = 0; i < data.dropColumns().size(); i++) {
      named.put("/data/dropColumns/" + i, data.dropColumns().get(i));
    }
    for (String fixed : new TreeSet<>(data.columns().keySet())) {
      named.put("/data/columns/" + Pointer.escaped(fixed), fixed);
    }
    List<Submission.Metric> metrics = submission.evaluation().metrics();
    for (int i = 0; i < metrics.size(); i++) {
      String pointer = "/evaluation/metrics/" + i + "/slice/column";
      metrics.get(i).slice().ifPresent(slice -> named.put(pointer, slice.column()));
    }
    return named;
  }
}
