package io.sallyport.rules.table;

import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a table, read from its first bytes as a job will read them from the whole. */
public final class Header {

  private Header() {}

  /**
   * The names of the columns; empty if the header does not end within {@code start}.
   *
   * @param whole whether the table has no more bytes than these
   * @throws Refused as a job would refuse the table
   */
  public static Optional<List<String>> of(byte[] start, boolean whole, char delimiter) {
    byte[] lines = whole ? start : wholeLines(start);
    if (lines.length == 0 && !whole) return Optional.empty();
    try (Table table = Table.open(new ByteArrayInputStream(lines), "the table", delimiter)) {
      return Optional.of(table.columns());
    } catch (Refused refused) {
      if (!whole && CsvParser.isWithoutEnd(refused)) return Optional.empty();
      throw refused;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Bytes in memory are read", impossible);
    }
  }

  /** Up to the last line end, which in UTF-8 is never a part of a character. */
  private static byte[] wholeLines(byte[] start) {
    int end = start.length;
    while (end > 0 && start[end - 1] != '\n' && start[end - 1] != '\r') end--;
    return Arrays.copyOf(start, end);
  }
}
