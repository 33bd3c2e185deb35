package io.sallyport.jobs.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a tar archive, one after the other, read to its last byte: padding is zero, no name
 * comes twice, pax headers carry times only, and after the end there is nothing.
 */
final class TarArchive {

  static final int MEMBER_BYTES_MAX = 160 * 1024 * 1024; // one at a time fits the job's memory
  private static final int ENTRIES_MAX = 64;
  private static final int PAX_BYTES_MAX = 4096;
  private static final String TOPIC = "tar";
  private static final Set<String> TIMES = Set.of("mtime", "atime", "ctime");

  private final GzipStream stream;
  private final Set<String> places = new HashSet<>();
  private int entries;

  TarArchive(GzipStream stream) {
    this.stream = stream;
  }

  /** A file of the archive. */
  static final class Member {

    private final String name;
    private final byte[] content;

    Member(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    String name() {
      return name;
    }

    byte[] content() {
      return content;
    }
  }

  /** The next file; empty at the end, which has then been checked. */
  Optional<Member> next() throws IOException, NotUnderstood {
    boolean pax = false;
    while (true) {
      byte[] block = block();
      if (zero(block)) {
        if (pax) {
          throw new NotUnderstood(TOPIC, "a pax header without a file", "a file after it");
        }
        end();
        return Optional.empty();
      }
      TarHeader header = TarHeader.read(block);
      if (++entries > ENTRIES_MAX) {
        throw new NotUnderstood(TOPIC, "too many entries", ENTRIES_MAX + " entries");
      }
      if (header.kind() == TarHeader.Kind.PAX) {
        if (pax) {
          throw new NotUnderstood(TOPIC, "two pax headers for one file", "one");
        }
        onlyTimes(content(header, PAX_BYTES_MAX));
        pax = true;
        continue;
      }
      if (!places.add(header.place())) {
        throw new NotUnderstood(TOPIC, "twice the name " + header.name(), "each name once");
      }
      if (header.kind() == TarHeader.Kind.FILE) {
        return Optional.of(new Member(plain(header), content(header, MEMBER_BYTES_MAX)));
      }
      pax = false;
    }
  }

  private static String plain(TarHeader header) {
    return header.name().startsWith("./") ? header.name().substring(2) : header.name();
  }

  private byte[] content(TarHeader header, int max) throws IOException, NotUnderstood {
    if (header.sizeBytes() > max) {
      throw new NotUnderstood(
          TOPIC, "%s of %d bytes".formatted(header.name(), header.sizeBytes()), max + " bytes");
    }
    byte[] content = new byte[(int) header.sizeBytes()];
    if (content.length > 0 && !stream.read(content)) {
      throw new NotUnderstood(TOPIC, "an end inside a file", "whole files");
    }
    byte[] padding =
        new byte[(TarHeader.BLOCK - content.length % TarHeader.BLOCK) % TarHeader.BLOCK];
    if (padding.length > 0 && !(stream.read(padding) && zero(padding))) {
      throw new NotUnderstood(TOPIC, "bytes after the end of a file", "zeros");
    }
    return content;
  }

  private void end() throws IOException, NotUnderstood {
    if (!zero(block())) {
      throw new NotUnderstood(TOPIC, "one zero block", "two zero blocks at the end");
    }
    byte[] block = new byte[TarHeader.BLOCK];
    while (stream.read(block)) {
      if (!zero(block)) {
        throw new NotUnderstood(TOPIC, "bytes after the end", "zeros");
      }
    }
    stream.end();
  }

  private byte[] block() throws IOException, NotUnderstood {
    byte[] block = new byte[TarHeader.BLOCK];
    if (!stream.read(block)) {
      throw new NotUnderstood(TOPIC, "an end without zero blocks", "two zero blocks at the end");
    }
    return block;
  }

  private static void onlyTimes(byte[] records) throws NotUnderstood {
    String text = new String(records, StandardCharsets.ISO_8859_1);
    int from = 0;
    while (from < text.length()) {
      int space = text.indexOf(' ', from);
      String digits = space < 0 ? "" : text.substring(from, space);
      int end = digits.matches("[0-9]{1,4}") ? from + Integer.parseInt(digits) : 0;
      if (end <= space || end > text.length() || text.charAt(end - 1) != '\n') {
        throw new NotUnderstood(TOPIC, "a broken pax header", "POSIX.1-2001 records");
      }
      String entry = text.substring(space + 1, end - 1);
      String key = entry.substring(0, Math.max(0, entry.indexOf('=')));
      if (!TIMES.contains(key) || !entry.matches("[a-z]+=[0-9.]{1,40}")) {
        throw new NotUnderstood(TOPIC, "pax record " + entry, "times only");
      }
      from = end;
    }
  }

  private static boolean zero(byte[] bytes) {
    return Arrays.equals(bytes, new byte[bytes.length]);
  }
}
