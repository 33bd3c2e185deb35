package io.sallyport.custody.proof;

import io.sallyport.rules.Refused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key as text: SubjectPublicKeyInfo in PEM (RFC 7468 §13), as openssl reads it. */
public final class Pem {

  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
  private static final String END = "\n-----END PUBLIC KEY-----\n";
  private static final int COLUMNS = 64;

  private Pem() {}

  public static String of(PublicKey key) {
    return BEGIN
        + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + END;
  }

  /** The elliptic-curve key in {@code text}; {@code name} is for the refusal. */
  public static PublicKey read(String name, String text) {
    String body = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
    try {
      byte[] spki = Base64.getDecoder().decode(body);
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
    } catch (IllegalArgumentException | GeneralSecurityException malformed) {
      throw new Refused("package/key-can-be-read", name, "not readable", "an EC public key in PEM");
    }
  }
}
