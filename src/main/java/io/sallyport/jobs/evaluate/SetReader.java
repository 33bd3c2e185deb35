package io.sallyport.jobs.evaluate;

import io.sallyport.jobs.Sha256;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.table.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads the training set and the held-out set alike: a column is numeric if every value of it, in
 * both, is a number or missing.
 */
final class SetReader {

  private final List<String> columns;
  private final int label;
  private final List<Integer> features;
  private final Set<String> kept;
  private final boolean[] words;
  private final Map<String, Integer> codes = new HashMap<>();

  private SetReader(List<String> columns, int label, Set<String> kept) {
    this.columns = columns;
    this.label = label;
    this.features = IntStream.range(0, columns.size()).filter(i -> i != label).boxed().toList();
    this.kept = kept;
    this.words = new boolean[columns.size()];
  }

  /** Looks through both files once. They must have the same columns, the label among them. */
  static SetReader of(Path train, Path heldOut, String label, Set<String> kept) throws IOException {
    List<String> columns = columns(train);
    if (!columns.equals(columns(heldOut))) {
      throw new IOException("train and holdout have different columns");
    }
    int place = columns.indexOf(label);
    if (place < 0) throw new IOException("train and holdout have no column of the plan's label");
    SetReader reader = new SetReader(columns, place, kept);
    reader.visit(train, reader::survey);
    reader.visit(heldOut, reader::survey);
    return reader;
  }

  /** For each feature whether it is numeric. */
  List<Boolean> numeric() {
    return features.stream().map(i -> !words[i]).toList();
  }

  EvaluationSet read(Path file) throws IOException {
    Map<String, List<String>> texts = new TreeMap<>();
    columns.stream().filter(kept::contains).forEach(name -> texts.put(name, new ArrayList<>()));
    EvaluationSet set =
        new EvaluationSet(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), texts);
    visit(file, values -> add(values, set));
    return set;
  }

  private void add(List<String> values, EvaluationSet set) {
    set.labels().add(values.get(label));
    set.features().add(features.stream().mapToDouble(i -> coded(i, values.get(i))).toArray());
    set.keys().add(key(values));
    set.kept()
        .forEach((name, texts) -> texts.add(Cell.canonical(values.get(columns.indexOf(name)))));
  }

  private void survey(List<String> values) {
    for (int i : features) {
      String value = values.get(i);
      if (!Cell.missing(value) && Cell.number(value).isEmpty()) words[i] = true;
    }
  }

  private double coded(int column, String value) {
    if (!words[column]) return Cell.number(value).orElse(Double.NaN);
    return codes.computeIfAbsent(Cell.canonical(value), text -> codes.size());
  }

  /** The first eight bytes of the SHA-256 of the features: so many rows never meet by chance. */
  private long key(List<String> values) {
    StringBuilder text = new StringBuilder();
    features.forEach(i -> text.append(Cell.canonical(values.get(i))).append('\0'));
    return ByteBuffer.wrap(Sha256.of(text.toString())).getLong();
  }

  private static List<String> columns(Path file) throws IOException {
    try (Table table = Table.open(file, Table.COMMA)) {
      return table.columns();
    }
  }

  private interface Visitor {
    void row(List<String> values);
  }

  private void visit(Path file, Visitor visitor) throws IOException {
    try (Table table = Table.open(file, Table.COMMA)) {
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        List<String> values = row.get().values();
        if (values.size() != columns.size()) {
          throw new IOException(
              file.getFileName()
                  + ", line "
                  + row.get().line()
                  + ": not as many values as columns");
        }
        visitor.row(values);
      }
    }
  }
}
