package io.sallyport.jobs.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes tar.gz files byte by byte, so that a test can spoil any of them. */
final class TarGz {

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  static byte[] of(String name, byte[] content) {
    return new TarGz().file(name, content).gzip();
  }

  TarGz file(String name, byte[] content) {
    return entry(name, '0', content);
  }

  TarGz file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TarGz entry(String name, char type, byte[] content) {
    return raw(header(name, type, content.length)).raw(content).raw(padding(content.length));
  }

  TarGz raw(byte[] bytes) {
    tar.writeBytes(bytes);
    return this;
  }

  byte[] gzip() {
    raw(new byte[1024]);
    return gzip(tar.toByteArray());
  }

  /** Without the two zero blocks at the end. */
  byte[] gzipUnfinished() {
    return gzip(tar.toByteArray());
  }

  static byte[] header(String name, char type, long size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
    put(header, 124, String.format("%011o\0", size));
    put(header, 136, "00000000000\0");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    return checksum(header);
  }

  /** The header with a right checksum. */
  static byte[] checksum(byte[] header) {
    put(header, 148, "        ");
    int sum = 0;
    for (byte one : header) {
      sum += one & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    return header;
  }

  static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  static byte[] padding(int size) {
    return new byte[(512 - size % 512) % 512];
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
