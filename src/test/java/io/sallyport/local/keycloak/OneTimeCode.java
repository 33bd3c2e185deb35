package io.sallyport.local.keycloak;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one-time code of a demo person. RFC 6238 with SHA-1, six digits, thirty seconds. */
public final class OneTimeCode {

  private static final Duration PERIOD = Duration.ofSeconds(30);

  private OneTimeCode() {}

  /** What the authenticator of this demo person shows at that time. */
  public static String of(String username, Instant at) {
    return of(("sallyport-demo-" + username).getBytes(StandardCharsets.US_ASCII), at);
  }

  static String of(byte[] secret, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long counter = at.getEpochSecond() / PERIOD.toSeconds();
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(counter).array());
      int offset = hash[hash.length - 1] & 0x0f; // RFC 4226 §5.3
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
      return String.format("%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
