package io.sallyport.jobs.drift;

import io.sallyport.jobs.Sha256;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.Bins;
import io.sallyport.rules.drift.Counted;
import io.sallyport.rules.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The baseline of a version: its held-out rows and its answers to them, counted (S17). */
public final class Baselines {

  private Baselines() {}

  /**
   * Counts both files. The rows of one are the lines of the other: the evaluation has seen to it.
   *
   * @param label the column that a request does not have
   */
  public static Baseline of(Path heldOut, String label, Path predictions) throws IOException {
    List<Column> columns = columns(heldOut, label);
    List<Answer> answers = answers(predictions);
    return new Baseline(
        answers.size(),
        columns.stream().map(Column::counted).toList(),
        answers(answers),
        confidence(answers),
        Sha256.hex(heldOut),
        Sha256.hex(predictions));
  }

  private record Column(String name, List<String> cells) {

    /** Numbers, if each cell is one or missing; else words. */
    Counted counted() {
      boolean words =
          cells.stream().anyMatch(cell -> !Cell.missing(cell) && Cell.number(cell).isEmpty());
      Bins bins =
          words
              ? Bins.ofWords(name, cells.stream().map(Cell::canonical).toList())
              : Bins.ofNumbers(name, cells.stream().mapToDouble(Column::number).toArray());
      Tally tally = new Tally(bins);
      cells.forEach(cell -> tally.count(tally.bin(cell)));
      return new Counted(bins, tally.counts());
    }

    private static double number(String cell) {
      return Cell.missing(cell) ? Double.NaN : Cell.number(cell).orElse(Double.NaN);
    }
  }

  private static List<Column> columns(Path heldOut, String label) throws IOException {
    try (Table table = Table.open(heldOut, Table.COMMA)) {
      int[] features =
          IntStream.range(0, table.columns().size())
              .filter(i -> !table.columns().get(i).equals(label))
              .toArray();
      List<Column> columns =
          IntStream.of(features)
              .mapToObj(i -> new Column(table.columns().get(i), new ArrayList<>()))
              .toList();
      for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
        List<String> values = row.get().values();
        for (int i = 0; i < features.length; i++)
          columns.get(i).cells().add(values.get(features[i]));
      }
      return columns;
    }
  }

  private static List<Answer> answers(Path predictions) throws IOException {
    List<Answer> answers = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(predictions)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) answers.add(answer(line, answers.size() + 1));
      }
    }
    return answers;
  }

  private static Answer answer(String line, int number) throws IOException {
    return Answer.of(line)
        .orElseThrow(
            () ->
                new IOException(
                    "prediction " + number + " is not one of the form that is asked for"));
  }

  private static Counted answers(List<Answer> answers) {
    return new Column("answers", answers.stream().map(Answer::text).toList()).counted();
  }

  private static Optional<Counted> confidence(List<Answer> answers) {
    double[] scores =
        answers.stream().map(Answer::confidence).flatMapToDouble(OptionalDouble::stream).toArray();
    if (scores.length < answers.size() || scores.length == 0) return Optional.empty();
    Tally tally = new Tally(Bins.ofNumbers("confidence", scores));
    for (double score : scores) tally.count(tally.bin(score));
    return Optional.of(new Counted(tally.bins(), tally.counts()));
  }
}
