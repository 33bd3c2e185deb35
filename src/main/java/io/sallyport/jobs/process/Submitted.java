package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Progress;
import io.sallyport.rules.table.Table;
import io.sallyport.rules.technical.ProcessingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The files as submitted: a data set, and perhaps a ready hold-out. With a ready hold-out every row
 * of the data set is for training; without one the split rule decides.
 */
record Submitted(Path dataSet, Optional<Path> readyHoldout, ProcessingPlan plan) {

  /** Sees one row, its values in the order of the data set's header. */
  interface Visitor {
    void row(Table.Row row, boolean heldOut) throws IOException;
  }

  char delimiter() {
    return plan.delimiter().charAt(0);
  }

  /** The columns of the data set; none if the two files do not fit together. */
  List<String> columns(Findings findings) throws IOException {
    HeaderCheck check = new HeaderCheck(plan, findings);
    List<String> names;
    try (Table table = Table.open(dataSet, delimiter())) {
      names = table.columns();
      check.check(names);
    }
    if (readyHoldout.isPresent()) {
      try (Table table = Table.open(readyHoldout.get(), delimiter())) {
        if (!check.checkReadyHoldout(names, table.columns())) return List.of();
      }
    }
    return names;
  }

  /** Visits the rows of the data set, then those of the ready hold-out. */
  void visit(Layout layout, Visitor visitor, Meter meter) throws IOException {
    SplitRule rule = new SplitRule(plan.split(), layout.group());
    try (Table table = Table.open(dataSet, delimiter())) {
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        meter.passed(row.get());
        boolean whole = row.get().values().size() == layout.names().size();
        boolean split = readyHoldout.isEmpty() && whole;
        visitor.row(row.get(), split && rule.holdsOut(row.get()));
      }
    }
    if (readyHoldout.isPresent()) visitReady(readyHoldout.get(), layout, visitor, meter);
  }

  private void visitReady(Path file, Layout layout, Visitor visitor, Meter meter)
      throws IOException {
    try (Table table = Table.open(file, delimiter())) {
      int[] places = layout.names().stream().mapToInt(table.columns()::indexOf).toArray();
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        meter.passed(row.get());
        visitor.row(ordered(row.get(), places), true);
      }
    }
  }

  private static Table.Row ordered(Table.Row row, int[] places) {
    if (row.values().size() != places.length) return row; // told as a fault of the row
    List<String> values = Arrays.stream(places).mapToObj(row.values()::get).toList();
    return new Table.Row(row.line(), row.text(), values);
  }

  /** Characters read of both files, as a share of their bytes: near enough to show progress. */
  static final class Meter {

    private final Progress progress;
    private final double total;
    private long passed;

    /** {@code passes} is how often the files will be read in all. */
    Meter(Progress progress, Submitted submitted, int passes) throws IOException {
      long bytes = Files.size(submitted.dataSet);
      if (submitted.readyHoldout.isPresent()) bytes += Files.size(submitted.readyHoldout.get());
      this.progress = progress;
      this.total = (double) passes * bytes;
    }

    private void passed(Table.Row row) {
      passed += row.text().length() + 1;
      progress.at(0.99 * passed / total);
    }
  }
}
