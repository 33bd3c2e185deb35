package io.sallyport.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sallyport.rules.boundary.Drafts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a draft has to know of a CSV file: its columns, its rows, and how often each label. */
record CsvSurvey(Drafts.Sample sample, String delimiter) {

  /** Different labels that are counted; more are a quantity anyway. */
  private static final int LABELS_MAX = 10_000;

  static CsvSurvey of(Path file, String label) {
    String delimiter = delimiter(file);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().fieldSeparator(delimiter.charAt(0)).ofCsvRecord(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      List<String> columns = records.hasNext() ? records.next().getFields() : List.of();
      int at = columns.indexOf(label);
      if (at < 0) {
        throw Failed.trouble(noLabel(label, columns));
      }
      return new CsvSurvey(count(records, columns, at), delimiter);
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      throw unreadable(file);
    }
  }

  private static String noLabel(String label, List<String> columns) {
    String there = "There is no column " + label + " in " + String.join(", ", columns);
    return columns.size() > 1
        ? there
        : there + "; separate columns by a comma, a semicolon, a tab or |";
  }

  private static Failed unreadable(Path file) {
    return Failed.trouble(
        "Cannot read " + file + " as CSV in UTF-8; save it as 'CSV UTF-8', separated by commas");
  }

  private static Drafts.Sample count(Iterator<CsvRecord> records, List<String> columns, int at) {
    Map<String, Long> labels = new TreeMap<>();
    boolean numeric = true;
    long rows = 0;
    while (records.hasNext()) {
      CsvRecord row = records.next();
      String value = at < row.getFieldCount() ? row.getField(at).strip() : "";
      rows++;
      numeric &= value.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
      if (labels.size() < LABELS_MAX || labels.containsKey(value)) {
        labels.merge(value, 1L, Long::sum);
      }
    }
    return new Drafts.Sample(columns, rows, labels, numeric);
  }

  /** The character of the usual ones that the header has most of. */
  private static String delimiter(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      String header = lines.findFirst().orElse("");
      return Stream.of(",", ";", "\t", "|")
          .reduce((one, two) -> count(header, two) > count(header, one) ? two : one)
          .orElse(",");
    } catch (IOException | UncheckedIOException unreadable) {
      throw unreadable(file);
    }
  }

  private static long count(String text, String character) {
    return text.chars().filter(c -> c == character.charAt(0)).count();
  }
}
