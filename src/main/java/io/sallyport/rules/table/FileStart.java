package io.sallyport.rules.table;

import io.sallyport.rules.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** The first bytes of a file: do they look like UTF-8 text? Passes over a byte order mark. */
final class FileStart {

  static final String RULE = "data/the-file-is-utf-8-text";
  static final String UTF_8_WANTED =
      "UTF-8 text, with or without a byte order mark; save the file as 'CSV UTF-8'";

  private static final int LOOK_BYTES = 4096;

  private FileStart() {}

  static void refuseUnlessText(BufferedInputStream bytes, String file) throws IOException {
    bytes.mark(LOOK_BYTES + 1);
    byte[] start = bytes.readNBytes(LOOK_BYTES);
    bytes.reset();
    String found = found(start);
    if (!found.isEmpty()) throw new Refused(RULE, file, found, UTF_8_WANTED);
    if (startsWith(start, "efbbbf")) bytes.skipNBytes(3);
  }

  /** What the bytes are instead of text; empty if nothing speaks against text. */
  private static String found(byte[] start) {
    if (startsWith(start, "fffe") || startsWith(start, "feff")) return "UTF-16 text";
    if (startsWith(start, "504b0304")) return "a ZIP archive or an Excel workbook";
    if (startsWith(start, "1f8b")) return "compressed by gzip";
    if (startsWith(start, "50415231")) return "a Parquet file";
    int zeros = zeros(start);
    if (zeros == 0) return "";
    return zeros >= start.length / 3 ? "UTF-16 text without a byte order mark" : "binary data";
  }

  private static boolean startsWith(byte[] start, String hex) {
    byte[] wanted = HexFormat.of().parseHex(hex);
    return start.length >= wanted.length
        && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static int zeros(byte[] start) {
    int zeros = 0;
    for (byte each : start) if (each == 0) zeros++;
    return zeros;
  }
}
