package io.sallyport.jobs.train;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.table.Cell;
import io.sallyport.jobs.table.ColumnSurvey;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.Excerpt;
import io.sallyport.rules.table.Table;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The training part in memory: of each row one number a column, and its label. Reads the file
 * twice: once to learn the kinds of the columns, once for the values.
 */
final class TrainingRows {

  /**
   * Bytes that training holds for one value, by measurement; what does not fit is refused early.
   */
  private static final long BYTES_PER_VALUE = 64;

  private final Path file;
  private final String task;
  private final String label;
  private final Set<String> categorical;
  private final List<ColumnSurvey> surveys = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private List<String> names = List.of();
  private int labelPlace;

  private TrainingRows(Path file, Hyperparameters wanted) {
    this.file = file;
    this.task = wanted.task();
    this.label = wanted.label();
    this.categorical = wanted.categoricalColumns();
  }

  static TrainingRows read(Path file, Hyperparameters wanted) throws IOException {
    TrainingRows read = new TrainingRows(file, wanted);
    read.refuseWhatDoesNotFit(read.survey());
    read.values();
    return read;
  }

  private long survey() throws IOException {
    Findings findings = new Findings();
    long count = 0;
    try (Table table = Table.open(file, Table.COMMA)) {
      labelPlace = table.columns().indexOf(label);
      names = without(table.columns());
      names.forEach(name -> surveys.add(new ColumnSurvey(categorical.contains(name))));
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        count++;
        check(row.get(), table.columns().size(), findings);
        if (!findings.isEmpty()) throw new Refused(findings.all());
        List<String> values = without(row.get().values());
        for (int i = 0; i < values.size(); i++) {
          surveys.get(i).add(values.get(i), row.get().line(), false);
        }
      }
    }
    if (count == 0) throw new Refused("training/there-are-rows", "train.csv", "no row", "1 row");
    return count;
  }

  private void check(Table.Row row, int columns, Findings findings) {
    String place = "line " + row.line() + " of train.csv";
    if (labelPlace < 0) {
      findings.add("training/the-label-is-a-column", "the label", Excerpt.of(label), "a column");
    } else if (row.values().size() != columns) {
      String found = row.values().size() + " values";
      findings.add("training/rows-fit-the-header", place, found, columns);
    } else if (task.equals(ProcessingPlan.REGRESSION)
        && Cell.number(row.values().get(labelPlace)).isEmpty()) {
      String found = Excerpt.of(row.values().get(labelPlace));
      findings.add("training/the-label-is-a-number", place, found, "a number");
    }
  }

  private List<String> without(List<String> values) {
    List<String> features = new ArrayList<>(values);
    if (labelPlace >= 0) features.remove(labelPlace);
    return features;
  }

  private void refuseWhatDoesNotFit(long count) {
    long values = count * (1 + columns().stream().mapToInt(Schema.Column::width).sum());
    long most = Runtime.getRuntime().maxMemory() / BYTES_PER_VALUE;
    if (values <= most) return;
    throw new Refused(
        "training/the-data-fits-in-memory",
        "train.csv",
        values + " values in " + count + " rows",
        "at most " + most + " values on this instance; choose one with more memory");
  }

  private void values() throws IOException {
    Encoder encoder = new Encoder(columns(), List.of());
    Findings findings = new Findings();
    try (Table table = Table.open(file, Table.COMMA)) {
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        String place = "line " + row.get().line();
        rows.add(encoder.read(without(row.get().values()), place, findings));
        labels.add(row.get().values().get(labelPlace));
      }
    }
    if (!findings.isEmpty()) throw new Refused(findings.all());
  }

  /** The columns as far as they are known: medians only once the values are read. */
  private List<Schema.Column> columns() {
    return IntStream.range(0, names.size()).mapToObj(this::column).toList();
  }

  private Schema.Column column(int place) {
    ColumnSurvey survey = surveys.get(place);
    String name = names.get(place);
    return switch (survey.kind()) {
      case ProcessingReport.NUMERIC ->
          new Schema.Column(name, Schema.NUMERIC, median(place), survey.anyMissing(), List.of());
      case ProcessingReport.CATEGORY ->
          new Schema.Column(name, Schema.CATEGORY, 0, false, survey.categories());
      default -> Schema.Column.ignored(name);
    };
  }

  private double median(int place) {
    double[] sorted =
        rows.stream().mapToDouble(row -> row[place]).filter(each -> !Double.isNaN(each)).toArray();
    if (sorted.length == 0) return 0;
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    boolean odd = sorted.length % 2 == 1;
    return odd ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
  }

  /** The schema; with scales if the model is linear. */
  Schema schema(boolean linear) {
    List<Schema.Column> columns = columns();
    Encoder plain = new Encoder(columns, List.of());
    List<Schema.Scale> scales = linear ? Scales.of(rows, plain) : List.of();
    boolean regression = task.equals(ProcessingPlan.REGRESSION);
    return new Schema(
        Schema.VERSION,
        task,
        label,
        columns,
        plain.features(),
        scales,
        linear && regression ? Optional.of(Scales.of(targets())) : Optional.empty(),
        regression ? List.of() : List.copyOf(new TreeSet<>(labels)));
  }

  private double[] targets() {
    return labels.stream().mapToDouble(each -> Cell.number(each).orElseThrow()).toArray();
  }

  /** Of each row one number a column, as {@link Encoder#read} gives them. */
  List<double[]> rows() {
    return rows;
  }

  List<String> labels() {
    return labels;
  }
}
