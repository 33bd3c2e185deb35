package io.sallyport.jobs.scan;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A tar header that says one thing only (POSIX.1-1988 ustar, as GNU tar and Python write it): a
 * plain name, octal numbers, a right checksum, nothing in the fields that we do not need.
 */
record TarHeader(String name, long sizeBytes, Kind kind) {

  static final int BLOCK = 512;

  private static final String TOPIC = "tar";
  private static final int UNUSED_FROM = 345;
  private static final Pattern NAME =
      Pattern.compile("(\\./)?[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?");

  /** What an entry is; links, devices, sparse files and long names are no kind that we know. */
  enum Kind {
    FILE,
    FOLDER,
    PAX
  }

  static TarHeader read(byte[] block) throws NotUnderstood {
    long sum = 0;
    for (int index = 0; index < BLOCK; index++) {
      sum += index >= 148 && index < 156 ? ' ' : block[index] & 0xff;
    }
    if (octal(block, 148, 8) != sum) {
      throw new NotUnderstood(TOPIC, "bad checksum", "the checksum of the header");
    }
    String magic = text(block, 257, 8);
    if (!magic.equals("ustar\00000") && !magic.equals("ustar  \0")) {
      throw new NotUnderstood(TOPIC, "no ustar header", "ustar");
    }
    Kind kind = kind(block[156]);
    if (block[157] != 0) {
      throw new NotUnderstood(TOPIC, "a link name", "files without links");
    }
    others(block);
    for (int index = UNUSED_FROM; index < BLOCK; index++) {
      if (block[index] != 0) {
        throw new NotUnderstood(TOPIC, "bytes in unused fields", "zeros");
      }
    }
    return new TarHeader(name(block, kind), size(block, kind), kind);
  }

  /** Mode, owner, group, time, device: numbers and plain names, nothing hidden in them. */
  private static void others(byte[] block) throws NotUnderstood {
    String numbers =
        text(block, 100, 24) + text(block, 136, 12) + text(block, 329, UNUSED_FROM - 329);
    String names = text(block, 265, 64);
    if (!numbers.matches("[0-7 \0]*") || !names.matches("[A-Za-z0-9._-]*\0+[A-Za-z0-9._-]*\0+")) {
      throw new NotUnderstood(TOPIC, "bytes in fields that we do not use", "numbers and names");
    }
  }

  private static String text(byte[] block, int from, int length) {
    return new String(block, from, length, StandardCharsets.ISO_8859_1);
  }

  /** The name that two entries would share on a file system that does not tell case. */
  String place() {
    String plain = name.startsWith("./") ? name.substring(2) : name;
    return plain.toLowerCase(Locale.ROOT);
  }

  private static Kind kind(byte flag) throws NotUnderstood {
    return switch (flag) {
      case '0', 0 -> Kind.FILE;
      case '5' -> Kind.FOLDER;
      case 'x' -> Kind.PAX;
      default ->
          throw new NotUnderstood(
              TOPIC, "an entry of type '%c'".formatted((char) (flag & 0xff)), "files and folders");
    };
  }

  private static long size(byte[] block, Kind kind) throws NotUnderstood {
    long size = octal(block, 124, 12);
    if (kind == Kind.FOLDER && size != 0) {
      throw new NotUnderstood(TOPIC, "a folder with content", "an empty entry");
    }
    return size;
  }

  private static String name(byte[] block, Kind kind) throws NotUnderstood {
    int length = 0;
    while (length < 100 && block[length] != 0) {
      length++;
    }
    for (int index = length; index < 100; index++) {
      if (block[index] != 0) {
        throw new NotUnderstood(TOPIC, "bytes after the name", "zeros");
      }
    }
    String name = text(block, 0, length);
    boolean root = kind == Kind.FOLDER && (name.equals("./") || name.equals("."));
    boolean known = NAME.matcher(name).matches() && (kind == Kind.FOLDER || !name.endsWith("/"));
    if (!root && !known && kind != Kind.PAX) {
      throw new NotUnderstood(TOPIC, "the name " + name, "a plain relative name");
    }
    return name;
  }

  private static long octal(byte[] block, int from, int length) throws NotUnderstood {
    String digits = text(block, from, length).replaceAll("[ \0]+$", "").replaceAll("^ +", "");
    if (!digits.matches("[0-7]{1,12}")) {
      throw new NotUnderstood(TOPIC, "a number that is not octal", "octal digits");
    }
    return Long.parseLong(digits, 8);
  }
}
