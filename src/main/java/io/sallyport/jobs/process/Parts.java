package io.sallyport.jobs.process;

import io.sallyport.jobs.table.CsvFile;
import io.sallyport.jobs.table.RowHash;
import io.sallyport.rules.table.Table;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The second pass: writes the two parts, the features alone and the row hashes. */
final class Parts implements Submitted.Visitor, Closeable {

  static final String TRAIN = "train/train.csv";
  static final String HOLDOUT = "holdout/holdout.csv";
  static final String FEATURES = "features/features.csv";
  static final String ROWS = "rows/holdout-rows.txt";

  private final Path folder;
  private final List<Integer> features;
  private final int label;
  private final RowHash hash;
  private final CsvFile train;
  private final CsvFile holdout;
  private final CsvFile featuresAlone;
  private final CsvFile rows;

  /** Writes below {@code folder}, which must be empty. */
  Parts(Path folder, Layout layout, Survey survey) throws IOException {
    this.folder = folder;
    this.features = survey.features();
    this.label = layout.label();
    List<Integer> hashed = survey.varyingFeatures();
    this.hash =
        new RowHash(
            hashed.stream().map(layout.names()::get).toList(),
            hashed.stream().mapToInt(Integer::intValue).toArray());
    this.train = file(TRAIN);
    this.holdout = file(HOLDOUT);
    this.featuresAlone = file(FEATURES);
    this.rows = file(ROWS);
    List<String> header = withLabel(layout.names());
    train.row(header);
    holdout.row(header);
  }

  private CsvFile file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name.substring(0, name.indexOf('/'))));
    return new CsvFile(file);
  }

  @Override
  public void row(Table.Row row, boolean heldOut) throws IOException {
    List<String> whole = withLabel(row.values());
    if (!heldOut) {
      train.row(whole);
      return;
    }
    holdout.row(whole);
    featuresAlone.row(whole.subList(0, features.size()));
    rows.row(List.of(hash.of(row)));
  }

  private List<String> withLabel(List<String> values) {
    List<String> kept = new ArrayList<>(features.size() + 1);
    for (int place : features) kept.add(values.get(place));
    kept.add(values.get(label));
    return kept;
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : List.of(train, holdout, featuresAlone, rows)) file.close();
  }

  /** Digests of train, hold-out, features and rows; ask after {@link #close}. */
  List<String> sha256() {
    return Stream.of(train, holdout, featuresAlone, rows).map(CsvFile::sha256).toList();
  }
}
