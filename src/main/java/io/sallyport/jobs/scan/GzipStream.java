package io.sallyport.jobs.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One gzip member and nothing else (RFC 1952): plain header, right CRC and length, no byte after
 * it, no bomb. Java's own reader would go on with a second member and drop what it cannot read.
 */
final class GzipStream implements AutoCloseable {

  static final long PLAIN_BYTES_MAX = 512L * 1024 * 1024; // fits the job's disk and a minute
  private static final int RATIO_MAX = 300; // our fattest forests reach 30
  private static final int RATIO_FREE_BYTES = 1024 * 1024;
  private static final int FILE_NAME = 8;
  private static final int NAME_BYTES_MAX = 255;
  private static final String TOPIC = "gzip";

  private final InputStream packed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[64 * 1024];
  private int filled;
  private long packedBytes;
  private long plainBytes;

  GzipStream(InputStream packed) throws IOException, NotUnderstood {
    this.packed = packed;
    header();
  }

  /** Fills {@code block} completely, or says that the stream ended before its first byte. */
  boolean read(byte[] block) throws IOException, NotUnderstood {
    int done = 0;
    while (done < block.length) {
      int some = inflate(block, done);
      if (some < 0) {
        if (done == 0) {
          return false;
        }
        throw new NotUnderstood(TOPIC, "an end inside a block", "whole blocks");
      }
      done += some;
    }
    return true;
  }

  private int inflate(byte[] target, int from) throws IOException, NotUnderstood {
    try {
      while (true) {
        int some = inflater.inflate(target, from, target.length - from);
        if (some > 0) {
          counted(target, from, some);
          return some;
        }
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsDictionary() || !refill()) {
          throw new NotUnderstood(TOPIC, "an end before the end", "a complete stream");
        }
      }
    } catch (DataFormatException broken) {
      throw new NotUnderstood(TOPIC, "not a deflate stream", "RFC 1951");
    }
  }

  private void counted(byte[] target, int from, int some) throws NotUnderstood {
    crc.update(target, from, some);
    plainBytes += some;
    if (plainBytes > PLAIN_BYTES_MAX) {
      throw new NotUnderstood(
          TOPIC,
          "more than %d bytes".formatted(PLAIN_BYTES_MAX),
          "%d bytes".formatted(PLAIN_BYTES_MAX));
    }
    if (plainBytes > RATIO_FREE_BYTES && plainBytes > RATIO_MAX * packedBytes) {
      throw new NotUnderstood(
          TOPIC, "a compression bomb", "%d times the packed size".formatted(RATIO_MAX));
    }
  }

  /** To be called after the last block: checks CRC and length, and that nothing follows. */
  void end() throws IOException, NotUnderstood {
    byte[] one = new byte[1];
    if (inflate(one, 0) >= 0) {
      throw new NotUnderstood(TOPIC, "more than was asked for", "an end");
    }
    int left = inflater.getRemaining();
    int place = filled - left;
    byte[] trailer = new byte[8];
    for (int index = 0; index < trailer.length; index++) {
      trailer[index] = (byte) (index < left ? buffer[place + index] : mustRead());
    }
    if (number(trailer, 0) != crc.getValue()) {
      throw new NotUnderstood(TOPIC, "bad CRC", "the CRC of the content");
    }
    if (number(trailer, 4) != (plainBytes & 0xffffffffL)) {
      throw new NotUnderstood(TOPIC, "bad length", "the length of the content");
    }
    if (left > trailer.length || packed.read() >= 0) {
      throw new NotUnderstood(TOPIC, "bytes after the end", "one member and nothing after it");
    }
  }

  private void header() throws IOException, NotUnderstood {
    byte[] head = new byte[10];
    for (int index = 0; index < head.length; index++) {
      head[index] = mustRead();
    }
    if (head[0] != 0x1f || head[1] != (byte) 0x8b || head[2] != 8) {
      throw new NotUnderstood(TOPIC, "not gzip", "a gzip member");
    }
    if ((head[3] & ~FILE_NAME) != 0) {
      throw new NotUnderstood(TOPIC, "header flags " + head[3], "no extra field, no comment");
    }
    int length = 0;
    while (head[3] == FILE_NAME && mustRead() != 0) {
      if (++length > NAME_BYTES_MAX) {
        throw new NotUnderstood(TOPIC, "a file name without end", NAME_BYTES_MAX + " bytes");
      }
    }
  }

  private byte mustRead() throws IOException, NotUnderstood {
    int one = packed.read();
    if (one < 0) {
      throw new NotUnderstood(TOPIC, "an end before the end", "a complete stream");
    }
    return (byte) one;
  }

  private boolean refill() throws IOException {
    filled = packed.read(buffer);
    if (filled <= 0) {
      return false;
    }
    packedBytes += filled;
    inflater.setInput(buffer, 0, filled);
    return true;
  }

  private static long number(byte[] bytes, int from) {
    return (bytes[from] & 0xffL)
        | (bytes[from + 1] & 0xffL) << 8
        | (bytes[from + 2] & 0xffL) << 16
        | (bytes[from + 3] & 0xffL) << 24;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
