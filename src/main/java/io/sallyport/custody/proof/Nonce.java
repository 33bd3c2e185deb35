package io.sallyport.custody.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;

/**
 * What binds a person's ID token to a statement (design, trust 5): base64url of SHA-256 over {@code
 * <challenge>.<statement SHA-256 hex>}.
 */
public final class Nonce {

  private Nonce() {}

  public static String of(String challenge, String statementSha256) {
    byte[] text = (challenge + "." + statementSha256).getBytes(US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.of(text).bytes());
  }
}
