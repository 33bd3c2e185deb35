package io.sallyport.jobs.train;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.table.Cell;
import io.sallyport.rules.table.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Turns a row's text into the numbers that a model reads, the same in training and in serving. */
final class Encoder {

  private static final double MISSING = Double.NaN;
  private static final double NO_CATEGORY = -1;

  private final List<Schema.Column> columns;
  private final List<Schema.Scale> scales;
  private final List<Map<String, Integer>> categories = new ArrayList<>();
  private final int width;

  Encoder(List<Schema.Column> columns, List<Schema.Scale> scales) {
    this.columns = columns;
    this.scales = scales;
    this.width = columns.stream().mapToInt(Schema.Column::width).sum();
    columns.forEach(column -> categories.add(places(column.categories())));
  }

  private static Map<String, Integer> places(List<String> categories) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < categories.size(); i++) places.put(categories.get(i), i);
    return places;
  }

  /**
   * One number a column: the value, NaN if it is missing; a category's place, -1 if it is none of
   * those known. What cannot be read is told.
   */
  double[] read(List<String> values, String row, Findings findings) {
    double[] read = new double[columns.size()];
    if (values.size() != columns.size()) {
      String limit = columns.size() + " values, in the order of training, without the label";
      findings.add("serving/rows-fit-the-model", row, values.size() + " values", limit);
      return read;
    }
    for (int i = 0; i < read.length; i++) {
      OptionalDouble number = read(i, values.get(i));
      if (number.isEmpty()) {
        String subject = row + ", column " + Excerpt.of(columns.get(i).name());
        String limit = "a number such as -1.5, or nothing";
        findings.add("serving/numbers-are-numbers", subject, Excerpt.of(values.get(i)), limit);
      }
      read[i] = number.orElse(MISSING);
    }
    return read;
  }

  private OptionalDouble read(int column, String value) {
    return switch (columns.get(column).kind()) {
      case Schema.NUMERIC -> Cell.missing(value) ? OptionalDouble.of(MISSING) : Cell.number(value);
      case Schema.CATEGORY -> {
        Integer place = Cell.missing(value) ? null : categories.get(column).get(value);
        yield OptionalDouble.of(place == null ? NO_CATEGORY : place);
      }
      default -> OptionalDouble.of(MISSING);
    };
  }

  /** The features of a row that was {@link #read}. */
  double[] encode(double[] read) {
    double[] encoded = new double[width];
    int place = 0;
    for (int i = 0; i < read.length; i++) {
      Schema.Column column = columns.get(i);
      if (column.kind().equals(Schema.NUMERIC)) {
        boolean missing = Double.isNaN(read[i]);
        encoded[place] = missing ? column.median() : read[i];
        if (column.tellsMissing()) encoded[place + 1] = missing ? 1 : 0;
      } else if (column.kind().equals(Schema.CATEGORY) && read[i] != NO_CATEGORY) {
        encoded[place + (int) read[i]] = 1;
      }
      place += column.width();
    }
    for (int i = 0; i < scales.size(); i++) encoded[i] = scales.get(i).scaled(encoded[i]);
    return encoded;
  }

  /** The features' names; one that is taken gets a number, so that all differ. */
  List<String> features() {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Schema.Column column : columns) {
      if (column.kind().equals(Schema.NUMERIC)) {
        names.add(free(column.name(), taken));
        if (column.tellsMissing()) names.add(free(column.name() + "?", taken));
      } else {
        for (String value : column.categories())
          names.add(free(column.name() + "=" + value, taken));
      }
    }
    return names;
  }

  private static String free(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) name = wanted + "#" + i;
    return name;
  }
}
