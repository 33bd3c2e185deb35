package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.protocol.AwsError;
import java.util.Map;
import java.util.regex.Pattern;

/** The limits of CustomerMetadataProperties. */
final class CustomerMetadata {

  private static final int ENTRIES_MAX = 50;
  private static final int KEY_LENGTH_MAX = 128;
  private static final int VALUE_LENGTH_MAX = 256;
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private CustomerMetadata() {}

  static void check(Map<String, String> metadata) {
    if (metadata.size() > ENTRIES_MAX) {
      throw refused("entries", Integer.toString(metadata.size()), ENTRIES_MAX + " entries");
    }
    metadata.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > KEY_LENGTH_MAX || !LETTERS.matcher(key).matches()) {
            throw refused("key", key, "1 to " + KEY_LENGTH_MAX + " of " + LETTERS);
          }
          if (value.length() > VALUE_LENGTH_MAX || !LETTERS.matcher(value).matches()) {
            throw refused("value of " + key, value, "0 to " + VALUE_LENGTH_MAX + " of " + LETTERS);
          }
        });
  }

  private static AwsError refused(String what, String value, String limit) {
    return AwsError.validation(
        ("1 validation error detected: Value '%s' at 'customerMetadataProperties' failed to satisfy"
                + " constraint: %s must have %s")
            .formatted(value, what, limit));
  }
}
