package io.sallyport.rules.table;

import io.sallyport.rules.Refused;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file (RFC 4180) with a header, read one row at a time, so that its size does not matter.
 * Lines without any character are skipped. Bytes that are not UTF-8 text, or a quote that is never
 * closed, are {@link Refused}; a row with more or fewer values than the header is handed out as it
 * is.
 */
public final class Table implements Closeable {

  /** The delimiter of every file that a job writes. */
  public static final char COMMA = ',';

  private final CsvParser parser;
  private final List<String> columns;

  private Table(CsvParser parser, List<String> columns) {
    this.parser = parser;
    this.columns = columns;
  }

  /**
   * One row.
   *
   * @param line the line on which it begins; the header is on line 1
   * @param text as in the file, without the line end
   * @param values without quotes and without white space around them
   */
  public record Row(long line, String text, List<String> values) {}

  /** Opens the file and reads its header. */
  public static Table open(Path file, char delimiter) throws IOException {
    return of(CsvParser.open(file, delimiter), String.valueOf(file.getFileName()));
  }

  /** Reads the header; {@code name} is what messages call the text. */
  static Table open(InputStream in, String name, char delimiter) throws IOException {
    return of(CsvParser.open(in, name, delimiter), name);
  }

  private static Table of(CsvParser parser, String name) throws IOException {
    try {
      Optional<Row> header = parser.next();
      if (header.isPresent()) return new Table(parser, header.get().values());
      throw new Refused(
          "data/the-file-has-a-header", name, "empty", "a header line and at least one row");
    } catch (IOException | RuntimeException unreadable) {
      parser.close();
      throw unreadable;
    }
  }

  /** All rows at once: for files that are known to be small. */
  public static List<Row> all(Path file) throws IOException {
    try (Table table = open(file, COMMA)) {
      List<Row> rows = new ArrayList<>();
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        rows.add(row.get());
      }
      return rows;
    }
  }

  public List<String> columns() {
    return columns;
  }

  /** The next row, or empty at the end of the file. */
  public Optional<Row> next() throws IOException {
    return parser.next();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
