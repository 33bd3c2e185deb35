package io.sallyport.custody.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Bytes as a value: they cannot be changed, and equal bytes are equal. */
public final class Bytes {

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** From base64 of either alphabet. */
  public static Bytes base64(String text) {
    return new Bytes(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
  }

  public byte[] toArray() {
    return content.clone();
  }

  public String toBase64() {
    return Base64.getEncoder().encodeToString(content);
  }

  public String toUtf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  public int length() {
    return content.length;
  }

  public Digest digest() {
    return Digest.of(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes, SHA-256 " + digest();
  }
}
