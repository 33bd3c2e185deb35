package io.sallyport.custody.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sallyport.rules.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A zip in one form only: files stored as they are, in the order of their names, no times, no
 * comments, nothing between them. The same files give the same bytes on every machine, every zip
 * tool reads them, and there is no byte that means nothing: one that was changed is noticed, and
 * the file that it belongs to is named (R30). It is this class and not the JDK's, whose bytes may
 * differ from release to release.
 */
final class StoredZip {

  /** A file's name: folders of lower-case words. */
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*");

  /** Files of a package; a version has some dozens of facts. */
  static final int FILES_MAX = 20_000;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int SIZE_AT = 22;
  private static final int NAME_SIZE_AT = 26;

  /** The first day that a zip can name. */
  private static final int DATE = (1 << 5) | 1;

  private static final int VERSION = 10;

  private StoredZip() {}

  record Entry(String name, Bytes content) {

    private int localBytes() {
      return LOCAL_BYTES + name.length() + content.length();
    }

    private int centralBytes() {
      return CENTRAL_BYTES + name.length();
    }
  }

  static byte[] write(List<Entry> entries) {
    int files = entries.stream().mapToInt(Entry::localBytes).sum();
    int directory = entries.stream().mapToInt(Entry::centralBytes).sum();
    byte[] bytes = new byte[files + directory + END_BYTES];
    ByteBuffer zip = buffer(bytes);
    List<Integer> offsets = new ArrayList<>();
    for (Entry entry : entries) {
      offsets.add(zip.position());
      zip.putInt(LOCAL);
      describe(zip, entry);
      zip.put(entry.name().getBytes(US_ASCII)).put(entry.content().toArray());
    }
    for (int i = 0; i < entries.size(); i++) {
      zip.putInt(CENTRAL).putShort((short) VERSION);
      describe(zip, entries.get(i));
      zip.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
      zip.putInt(offsets.get(i)).put(entries.get(i).name().getBytes(US_ASCII));
    }
    short count = (short) entries.size();
    zip.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    zip.putInt(directory).putInt(files).putShort((short) 0);
    return bytes;
  }

  private static void describe(ByteBuffer zip, Entry entry) {
    CRC32 crc = new CRC32();
    crc.update(entry.content().toArray());
    zip.putShort((short) VERSION).putShort((short) 0).putShort((short) 0);
    zip.putShort((short) 0).putShort((short) DATE).putInt((int) crc.getValue());
    zip.putInt(entry.content().length()).putInt(entry.content().length());
    zip.putShort((short) entry.name().length()).putShort((short) 0);
  }

  /** The files, if every byte is as {@link #write} would have written it. */
  static List<Entry> read(byte[] zip) {
    List<Entry> entries =
        byDirectory(zip)
            .or(() -> byHeaders(zip))
            .orElseThrow(() -> damaged("package.zip", "not an evidence package"));
    int differs = Arrays.mismatch(zip, write(entries));
    if (differs >= 0) {
      throw damaged(at(differs, zip, entries), "changed at byte " + differs + " of the package");
    }
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).name().compareTo(entries.get(i).name()) >= 0) {
        throw damaged(entries.get(i).name(), "out of order");
      }
    }
    return entries;
  }

  /** Whose byte this is. Of two names that should be the same, the changed one is not known. */
  private static String at(int offset, byte[] zip, List<Entry> entries) {
    int end = 0;
    for (Entry entry : entries) {
      String header = text(zip, end + LOCAL_BYTES, entry.name().length());
      end += entry.localBytes();
      if (offset < end) {
        return header.equals(entry.name()) ? entry.name() : header + " or " + entry.name();
      }
    }
    for (Entry entry : entries) {
      end += entry.centralBytes();
      if (offset < end) return entry.name();
    }
    return "package.zip";
  }

  private static Optional<List<Entry>> byDirectory(byte[] zip) {
    ByteBuffer bytes = buffer(zip);
    int end = zip.length - END_BYTES;
    if (end < 0 || bytes.getInt(end) != END) return Optional.empty();
    List<Entry> entries = new ArrayList<>();
    int at = bytes.getInt(end + 16);
    int next = 0;
    while (at >= 0 && at <= end - CENTRAL_BYTES && bytes.getInt(at) == CENTRAL) {
      int nameBytes = Short.toUnsignedInt(bytes.getShort(at + NAME_SIZE_AT + 2));
      String name = text(zip, at + CENTRAL_BYTES, nameBytes);
      int size = bytes.getInt(at + SIZE_AT + 2);
      int from = next + LOCAL_BYTES + nameBytes;
      if (bytes.getInt(at + 42) != next || !fits(from, size, end) || !isGood(name, entries)) {
        return Optional.empty();
      }
      entries.add(new Entry(name, Bytes.of(Arrays.copyOfRange(zip, from, from + size))));
      next = from + size;
      at += CENTRAL_BYTES + nameBytes;
    }
    return at == end && next == bytes.getInt(end + 16) ? Optional.of(entries) : Optional.empty();
  }

  private static Optional<List<Entry>> byHeaders(byte[] zip) {
    ByteBuffer bytes = buffer(zip);
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at <= zip.length - LOCAL_BYTES && bytes.getInt(at) == LOCAL) {
      int nameBytes = Short.toUnsignedInt(bytes.getShort(at + NAME_SIZE_AT));
      String name = text(zip, at + LOCAL_BYTES, nameBytes);
      int size = bytes.getInt(at + SIZE_AT);
      int from = at + LOCAL_BYTES + nameBytes;
      if (!fits(from, size, zip.length) || !isGood(name, entries)) return Optional.empty();
      entries.add(new Entry(name, Bytes.of(Arrays.copyOfRange(zip, from, from + size))));
      at = from + size;
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private static boolean fits(int from, int size, int end) {
    return from >= 0 && size >= 0 && from <= end && size <= end - from;
  }

  private static boolean isGood(String name, List<Entry> before) {
    return NAME.matcher(name).matches() && before.size() < FILES_MAX;
  }

  private static String text(byte[] zip, int from, int size) {
    return from + size <= zip.length ? new String(zip, from, size, US_ASCII) : "";
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Refused damaged(String file, String value) {
    return new Refused("package/every-byte-is-as-written", file, value, "the bytes as exported");
  }
}
