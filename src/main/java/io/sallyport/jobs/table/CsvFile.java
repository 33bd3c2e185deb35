package io.sallyport.jobs.table;

import io.sallyport.jobs.Sha256;
import io.sallyport.rules.table.Table;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A CSV file being written (RFC 4180, comma, LF), and its SHA-256. A row is one line: batch
 * transform splits by lines, so a line end inside a value becomes a space.
 */
public final class CsvFile implements Closeable {

  private final MessageDigest digest = Sha256.digest();
  private final Writer writer;

  public CsvFile(Path file) throws IOException {
    writer =
        new BufferedWriter(
            new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(file), digest),
                StandardCharsets.UTF_8),
            1 << 16);
  }

  public void row(List<String> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) writer.write(Table.COMMA);
      writer.write(cell(values.get(i), values.size() == 1));
    }
    writer.write('\n');
  }

  /** A lone empty value is quoted: an empty line would be no row. */
  private static String cell(String value, boolean alone) {
    if (value.isEmpty() && alone) return "\"\"";
    String line = value.indexOf('\n') < 0 && value.indexOf('\r') < 0 ? value : oneLine(value);
    if (line.indexOf('"') < 0 && line.indexOf(Table.COMMA) < 0) return line;
    return '"' + line.replace("\"", "\"\"") + '"';
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\r\\n]+", " ");
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** Hexadecimal, of what was written; ask after {@link #close}. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
