package io.sallyport.aws;

import io.sallyport.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Name of a thing in AWS, as SageMaker allows it: 1 to 63 letters, digits and inner hyphens. The
 * name of what a step makes follows from process instance, activity and attempt, so that a second
 * try meets what the first one made (design, rule 3).
 */
public record ResourceName(String value) {

  private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
  private static final int PREFIX_LENGTH_MAX = 34;
  private static final int HASH_LENGTH = 16;

  public ResourceName {
    if (value.length() > 63 || !GRAMMAR.matcher(value).matches()) {
      throw new Refused("aws/resource-name", "name", "'" + value + "'", GRAMMAR.pattern());
    }
  }

  /**
   * The activity and the attempt for people, then 64 bits of a hash over all three for uniqueness.
   *
   * @param attempt how often the token entered the activity; never the engine's retry counter
   */
  public static ResourceName of(String instance, String activity, int attempt) {
    String readable =
        activity
            .replaceAll("[^a-zA-Z0-9]+", "-")
            .replaceAll("^-+|-+$", "")
            .toLowerCase(Locale.ROOT);
    String prefix = readable.substring(0, Math.min(readable.length(), PREFIX_LENGTH_MAX));
    String hash = sha256(instance + "\n" + activity + "\n" + attempt).substring(0, HASH_LENGTH);
    return new ResourceName((prefix + "-" + attempt + "-" + hash).replaceAll("^-+", ""));
  }

  /** A token for calls that take one, the same for every try: UUID version 5 of the name. */
  public String token() {
    byte[] hash = digest("SHA-1", "sallyport:" + value);
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    String hex = HexFormat.of().formatHex(hash);
    return new UUID(
            Long.parseUnsignedLong(hex.substring(0, 16), 16),
            Long.parseUnsignedLong(hex.substring(16, 32), 16))
        .toString();
  }

  @Override
  public String toString() {
    return value;
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(digest("SHA-256", text));
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + algorithm, impossible);
    }
  }
}
