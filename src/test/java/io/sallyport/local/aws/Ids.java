package io.sallyport.local.aws;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where names and random bytes come from; a seeded source gives the same ones again. */
public final class Ids {

  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String HEX = "0123456789abcdef";

  private final RandomGenerator random;

  public Ids(RandomGenerator random) {
    this.random = random;
  }

  public synchronized String uuid() {
    return new UUID(
            (random.nextLong() & ~0xf000L) | 0x4000L,
            (random.nextLong() >>> 2) | 0x8000000000000000L)
        .toString();
  }

  /** Capital letters and digits 2 to 7, as in access keys. */
  public String upper(int length) {
    return draw(UPPER, length);
  }

  public String hex(int length) {
    return draw(HEX, length);
  }

  public synchronized byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private synchronized String draw(String letters, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
