package io.sallyport.jobs.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A place in a pickle; nothing is read past the file's end or past the frame's end. */
final class PickleCursor {

  private static final String TOPIC = "pickle";
  private static final int LINE_MAX = 200;

  private final ByteBuffer bytes;
  private int frameEnd = -1;

  PickleCursor(byte[] content) {
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  int place() {
    return bytes.position();
  }

  boolean atEnd() {
    return !bytes.hasRemaining();
  }

  boolean inFrame() {
    return bytes.position() < frameEnd;
  }

  void frame(long length) throws NotUnderstood {
    if (inFrame() || length < 0 || length > bytes.remaining()) {
      throw refused("a frame of %d bytes".formatted(length), "frames inside the file");
    }
    frameEnd = bytes.position() + (int) length;
  }

  /** To be called after each opcode: one that begins in a frame ends in it. */
  void endOfOpcode(int begin) throws NotUnderstood {
    if (begin < frameEnd && bytes.position() > frameEnd) {
      throw refused("an opcode across the end of its frame", "frames with whole opcodes");
    }
  }

  int code() throws NotUnderstood {
    return (int) number(1);
  }

  /** An unsigned number, or for eight bytes a signed one, little end first. */
  long number(int length) throws NotUnderstood {
    reserve(length);
    return switch (length) {
      case 1 -> bytes.get() & 0xff;
      case 2 -> bytes.getShort() & 0xffff;
      case 4 -> bytes.getInt() & 0xffffffffL;
      default -> bytes.getLong();
    };
  }

  byte[] bytes(long length) throws NotUnderstood {
    reserve(length);
    byte[] some = new byte[(int) length];
    bytes.get(some);
    return some;
  }

  String line() throws NotUnderstood {
    StringBuilder line = new StringBuilder();
    for (int one = code(); one != '\n'; one = code()) {
      if (one <= ' ' || one > '~' || line.length() >= LINE_MAX) {
        throw refused("a line that is no name", "a name");
      }
      line.append((char) one);
    }
    return line.toString();
  }

  static String text(byte[] utf8) throws NotUnderstood {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException broken) {
      throw new NotUnderstood(TOPIC, "a text that is not UTF-8", "UTF-8");
    }
  }

  private void reserve(long length) throws NotUnderstood {
    if (length < 0 || length > bytes.remaining()) {
      throw refused("an end before the end", "a complete pickle");
    }
  }

  private NotUnderstood refused(String value, String limit) {
    return new NotUnderstood(TOPIC, "%s at byte %d".formatted(value, place()), limit);
  }
}
