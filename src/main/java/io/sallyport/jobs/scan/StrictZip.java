package io.sallyport.jobs.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A zip file that every reader reads alike (APPNOTE 6.3): stored members side by side from the
 * first byte, then the directory, then its end; local headers say what the directory says.
 */
final class StrictZip {

  private static final String TOPIC = "zip";
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int END_BYTES = 22;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int HAS_DESCRIPTOR = 0x0008;
  private static final int UTF_8 = 0x0800;
  private static final int PADDING = 0x4246; // torch aligns its numbers with it
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]{0,99}(/[A-Za-z0-9_.][A-Za-z0-9_.-]{0,99}){0,4}");

  private final byte[] content;
  private final ByteBuffer bytes;
  private int place;

  private StrictZip(byte[] content) {
    this.content = content;
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The members by name, in the order of the directory. */
  static Map<String, byte[]> read(byte[] content) throws NotUnderstood {
    try {
      return new StrictZip(content).members();
    } catch (IndexOutOfBoundsException beyond) {
      throw new NotUnderstood(TOPIC, "an end before the end", "a complete zip file");
    }
  }

  private Map<String, byte[]> members() throws NotUnderstood {
    int end = content.length - END_BYTES;
    check(bytes.getInt(end) == END && bytes.getShort(end + 20) == 0, "no end record at the end");
    check(bytes.getInt(end + 4) == 0, "more than one disk");
    int count = number2(end + 8);
    check(count == number2(end + 10), "two counts of members");
    int directory = bytes.getInt(end + 16);
    check(directory >= 0 && directory + (long) number4(end + 12) == end, "a gap at the directory");
    Map<String, byte[]> members = new LinkedHashMap<>();
    int entry = directory;
    for (int index = 0; index < count; index++) {
      String name = member(entry, directory, members);
      entry += CENTRAL_BYTES + name.length();
    }
    check(entry == end, "bytes after the directory");
    check(place == directory, "bytes between members and directory");
    return members;
  }

  private String member(int entry, int directory, Map<String, byte[]> members)
      throws NotUnderstood {
    check(bytes.getInt(entry) == CENTRAL, "a broken directory");
    int flags = number2(entry + 8);
    check((flags & 1) == 0, "an encrypted member");
    check((flags & ~(HAS_DESCRIPTOR | UTF_8)) == 0, "flags " + flags);
    check(number2(entry + 10) == 0, "a compressed member");
    check(bytes.getInt(entry + 30) == 0, "an extra field or a comment");
    check(bytes.getInt(entry + 42) == place, "bytes before a member or members that overlap");
    String name = text(entry + CENTRAL_BYTES, number2(entry + 28));
    check(NAME.matcher(name).matches() && !name.contains(".."), "the name " + name);
    int size = bytes.getInt(entry + 24);
    check(size >= 0 && size == bytes.getInt(entry + 20), "two sizes of " + name);
    int from = local(entry, name, flags);
    check(from + (long) size <= directory, "a member beyond the directory");
    byte[] member = Arrays.copyOfRange(content, from, from + size);
    CRC32 crc = new CRC32();
    crc.update(member);
    check((int) crc.getValue() == bytes.getInt(entry + 16), "bad CRC of " + name);
    place = from + size;
    descriptor(entry, flags);
    check(members.put(name, member) == null, "twice the name " + name);
    return name;
  }

  private int local(int entry, String name, int flags) throws NotUnderstood {
    check(bytes.getInt(place) == LOCAL, "no local header");
    check(number2(place + 6) == flags && number2(place + 8) == 0, "two sets of flags");
    int length = number2(place + 26);
    check(text(place + LOCAL_BYTES, length).equals(name), "two names of " + name);
    boolean later = (flags & HAS_DESCRIPTOR) != 0;
    for (int field = 0; field < 3; field++) {
      int said = bytes.getInt(place + 14 + 4 * field);
      check(
          said == bytes.getInt(entry + 16 + 4 * field) || (later && said == 0),
          "two CRCs or sizes of " + name);
    }
    int extra = place + LOCAL_BYTES + length;
    int extraLength = number2(place + 28);
    if (extraLength > 0) {
      check(number2(extra) == PADDING && number2(extra + 2) == extraLength - 4, "an extra field");
    }
    for (int index = extra + 4; index < extra + extraLength; index++) {
      check(content[index] == 'Z', "bytes in the padding");
    }
    return extra + extraLength;
  }

  private void descriptor(int entry, int flags) throws NotUnderstood {
    if ((flags & HAS_DESCRIPTOR) == 0) {
      return;
    }
    check(bytes.getInt(place) == DESCRIPTOR, "no data descriptor");
    for (int field = 0; field < 3; field++) {
      check(
          bytes.getInt(place + 4 + 4 * field) == bytes.getInt(entry + 16 + 4 * field),
          "another data descriptor");
    }
    place += 16;
  }

  private String text(int from, int length) {
    return new String(content, from, length, StandardCharsets.ISO_8859_1);
  }

  private int number2(int from) {
    return bytes.getShort(from) & 0xffff;
  }

  private long number4(int from) {
    return bytes.getInt(from) & 0xffffffffL;
  }

  private static void check(boolean holds, String value) throws NotUnderstood {
    if (!holds) {
      throw new NotUnderstood(TOPIC, value, "a zip file that has one reading");
    }
  }
}
