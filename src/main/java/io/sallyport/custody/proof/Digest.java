package io.sallyport.custody.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest in lower-case hex; how evidence is joined (S07, S08).
 *
 * @param hex 64 characters
 */
public record Digest(String hex) {

  public Digest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'" + hex + "' is not a SHA-256 digest in lower-case hex");
    }
  }

  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(hash("SHA-256", bytes)));
  }

  /** Of UTF-8 text. */
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of what was given to {@link #begun}: for bytes that stream by. */
  public static Digest of(MessageDigest begun) {
    return new Digest(HexFormat.of().formatHex(begun.digest()));
  }

  /** A SHA-256 that begins: what it is given is digested by {@link #of(MessageDigest)}. */
  public static MessageDigest begun() {
    return begun("SHA-256");
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** SHA-384 of {@code bytes} in lower-case hex: CNSA 2.0 asks for it beside SHA-256. */
  public static String sha384(byte[] bytes) {
    return HexFormat.of().formatHex(hash("SHA-384", bytes));
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    return begun(algorithm).digest(bytes);
  }

  private static MessageDigest begun(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every JDK has " + algorithm, missing);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
