package io.sallyport.aws.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes measured while they stream by: SHA-256 and length. */
final class Measured {

  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest = newSha256();
  private long sizeBytes;

  static Measured of(InputStream bytes) {
    Measured measured = new Measured();
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        measured.add(buffer, read);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("reading an object", broken);
    }
    return measured;
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newSha256().digest(bytes));
  }

  void add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    sizeBytes += length;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  /** Ends the measurement: hex SHA-256 of all that was added. Ask once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
