package io.sallyport.rules.table;

import io.sallyport.rules.Refused;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Takes CSV text apart (RFC 4180), keeping each record's text as it stands in the file, because the
 * split rule hashes it. A quote inside an unquoted value is data.
 */
public final class CsvParser implements Closeable {

  /** Characters a record: far above 4,096 columns of numbers; bounds what an open quote takes. */
  static final int RECORD_LENGTH_MAX = 4 << 20;

  private static final String ENDLESS = "data/quotes-are-closed";
  private static final int END = -1;

  private final Reader reader;
  private final String file;
  private final char delimiter;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int filled;
  private long line = 1;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder value = new StringBuilder();

  private CsvParser(Reader reader, String file, char delimiter) {
    this.reader = reader;
    this.file = file;
    this.delimiter = delimiter;
  }

  public static CsvParser open(Path file, char delimiter) throws IOException {
    String name = String.valueOf(file.getFileName());
    return open(Files.newInputStream(file), name, delimiter);
  }

  /** {@code name} is what messages call the text. */
  public static CsvParser open(InputStream in, String name, char delimiter) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    try {
      FileStart.refuseUnlessText(bytes, name);
    } catch (IOException | RuntimeException unreadable) {
      bytes.close();
      throw unreadable;
    }
    Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    return new CsvParser(reader, name, delimiter);
  }

  public Optional<Table.Row> next() throws IOException {
    int character = read();
    while (character == '\n' || character == '\r') { // a line without any character
      character = endOfLine(character);
    }
    if (character == END) return Optional.empty();
    return Optional.of(record(character));
  }

  private Table.Row record(int first) throws IOException {
    long start = line;
    text.setLength(0);
    List<String> values = new ArrayList<>();
    int character = first;
    while (true) {
      character = value(character, start);
      values.add(value.toString().strip());
      if (character != delimiter) break;
      text.append(delimiter);
      character = read();
      refuseIfTooLong(start);
    }
    if (character != END) unread(endOfLine(character));
    return new Table.Row(start, text.toString(), Collections.unmodifiableList(values));
  }

  /** Reads one value that begins with {@code first}; returns the character after it. */
  private int value(int first, long start) throws IOException {
    value.setLength(0);
    int character = first;
    if (first == '"') character = quoted(start);
    while (character != delimiter && character != END && !ends(character)) {
      text.append((char) character);
      value.append((char) character);
      character = read();
      refuseIfTooLong(start);
    }
    return character;
  }

  private int quoted(long start) throws IOException {
    text.append('"');
    while (true) {
      int character = read();
      refuseIfTooLong(start);
      if (character == END) throw openQuote(start);
      text.append((char) character);
      if (character == '\n') line++;
      if (character == '"') {
        int after = read();
        if (after != '"') return after;
        text.append('"');
      }
      value.append((char) character);
    }
  }

  private void refuseIfTooLong(long start) {
    if (text.length() >= RECORD_LENGTH_MAX) throw openQuote(start);
  }

  private Refused openQuote(long start) {
    return new Refused(
        ENDLESS,
        file + ", line " + start,
        "a row without an end",
        "at most " + RECORD_LENGTH_MAX + " characters, every quotation mark closed");
  }

  /** Whether a row was refused because its end was not met. */
  static boolean isWithoutEnd(Refused refused) {
    return refused.findings().stream().allMatch(finding -> finding.rule().equals(ENDLESS));
  }

  private static boolean ends(int character) {
    return character == '\n' || character == '\r';
  }

  /** Passes over CR, LF or CR LF; returns the character after it. */
  private int endOfLine(int character) throws IOException {
    line++;
    int after = read();
    return character == '\r' && after == '\n' ? read() : after;
  }

  private void unread(int character) {
    if (character != END) position--;
  }

  private int read() throws IOException {
    if (position == filled) {
      filled = fill();
      position = 0;
      if (filled == END) {
        filled = 0;
        return END;
      }
    }
    char character = buffer[position++];
    if (character == 0) throw notText("a NUL character: binary data or UTF-16");
    return character;
  }

  private int fill() throws IOException {
    try {
      return reader.read(buffer, 0, buffer.length);
    } catch (CharacterCodingException notUtf8) {
      throw notText("bytes that are not UTF-8");
    }
  }

  private Refused notText(String found) {
    return new Refused(
        FileStart.RULE, file + ", at or after line " + line, found, FileStart.UTF_8_WANTED);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
