package io.sallyport.jobs.evaluate;

import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.technical.Slice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A training or held-out set, as far as the evaluation needs it.
 *
 * @param features a row of numbers each; a missing number is NaN, a word a number of its own
 * @param keys the same for rows with the same features in whatever spelling
 * @param kept texts, in one spelling, of the columns that slices and groups need
 */
record EvaluationSet(
    List<double[]> features, List<Long> keys, List<String> labels, Map<String, List<String>> kept) {

  int rows() {
    return labels.size();
  }

  /** Rows of each class; 0 for one that occurs in {@code other} only. */
  Map<String, Long> classes(EvaluationSet other) {
    Map<String, Long> classes = new TreeMap<>();
    other.labels.forEach(label -> classes.put(label, 0L));
    labels.forEach(label -> classes.merge(label, 1L, Long::sum));
    return classes;
  }

  /** The numbers of the rows of a slice; none if there is no such column. */
  int[] rowsOf(Slice slice) {
    List<String> values = kept.getOrDefault(slice.column(), List.of());
    String wanted = Cell.canonical(slice.value());
    return IntStream.range(0, values.size())
        .filter(row -> values.get(row).equals(wanted))
        .toArray();
  }
}
