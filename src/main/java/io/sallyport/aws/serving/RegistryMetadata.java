package io.sallyport.aws.serving;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the registry keeps beside a model version: at most 50 entries, keys of 1 to 128 and values
 * of 1 to 256 characters: letters, spaces, digits and {@code _.:/=+-@} (S06).
 */
public record RegistryMetadata(Map<String, String> entries) {

  private static final int ENTRIES_MAX = 50;
  private static final int KEY_LENGTH_MAX = 128;
  private static final int VALUE_LENGTH_MAX = 256;
  private static final Pattern ALPHABET = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
  private static final String RULE = "aws/registry-metadata-fits";

  public RegistryMetadata {
    entries = Map.copyOf(entries);
    List<Finding> findings = new ArrayList<>();
    if (entries.size() > ENTRIES_MAX) {
      findings.add(finding("metadata", entries.size() + " entries", "at most " + ENTRIES_MAX));
    }
    entries.forEach(
        (key, value) -> {
          check(findings, "key " + key, key, KEY_LENGTH_MAX);
          check(findings, "value of " + key, value, VALUE_LENGTH_MAX);
        });
    if (!findings.isEmpty()) throw new Refused(findings);
  }

  private static void check(List<Finding> findings, String subject, String text, int lengthMax) {
    if (text.isEmpty() || text.length() > lengthMax) {
      String limit = "1 to " + lengthMax + " characters";
      findings.add(finding(subject, text.length() + " characters", limit));
    }
    if (!ALPHABET.matcher(text).matches()) {
      findings.add(finding(subject, text, "letters, spaces, digits and _.:/=+-@"));
    }
  }

  private static Finding finding(String subject, String value, String limit) {
    return new Finding(RULE, subject, value, limit);
  }
}
