package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The keys that signed evidence: each a fact of its own when it was first used, so that one that
 * was replaced can still be handed out, and carried by the packages whose envelopes name it.
 */
public final class EvidenceKeys {

  /** The subject of the facts about them. */
  public static final String SUBJECT = "evidence";

  /** The kind of those facts; payload: {@code keyId}, {@code key} (PEM). */
  public static final String USED = "evidence-key-used";

  private static final String FILES = "keys/evidence-";

  private EvidenceKeys() {}

  /** What the fact about a key says. */
  public static Map<String, Object> payload(PublicKey key) {
    return Map.of("keyId", Envelope.keyId(key), "key", Pem.of(key));
  }

  /** The keys that these facts are about, in their order. */
  public static List<PublicKey> in(List<Bytes> facts) {
    return facts.stream()
        .map(fact -> CanonicalJson.read(fact.toArray()))
        .filter(fact -> fact.path("kind").asText().equals(USED))
        .map(fact -> fact.path("payload"))
        .map(EvidenceKeys::key)
        .toList();
  }

  private static PublicKey key(JsonNode payload) {
    return Pem.read(payload.path("keyId").asText(), payload.path("key").asText());
  }

  /** The ids that these envelopes name. */
  static Set<String> named(Collection<Bytes> envelopes) {
    return envelopes.stream()
        .flatMap(envelope -> signatures(envelope).stream())
        .map(Envelope.Signed::keyId)
        .collect(Collectors.toSet());
  }

  private static List<Envelope.Signed> signatures(Bytes envelope) {
    try {
      return Envelope.parse(envelope.toArray()).signatures();
    } catch (IllegalArgumentException malformed) {
      return List.of(); // reported where the envelope is read
    }
  }

  /** Where a key lies in a package: its id is what the envelopes name. */
  static String file(PublicKey key) {
    return FILES + Envelope.keyId(key) + ".pem";
  }

  /** What is wrong with the keys beside the envelopes: each must be one that they name. */
  static List<Finding> wrong(SortedMap<String, Bytes> files) {
    Set<String> named =
        named(
            files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("envelopes/"))
                .map(Map.Entry::getValue)
                .toList());
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(FILES))
        .filter(file -> !isNamed(file.getKey(), file.getValue(), named))
        .map(
            file ->
                new Finding(
                    "custody/evidence-keys-are-those-of-the-envelopes",
                    file.getKey(),
                    "another key, or in no envelope",
                    "a key that an envelope names"))
        .toList();
  }

  private static boolean isNamed(String file, Bytes pem, Set<String> named) {
    try {
      PublicKey key = Pem.read(file, pem.toUtf8());
      return file.equals(file(key)) && named.contains(Envelope.keyId(key));
    } catch (Refused unreadable) {
      return false;
    }
  }
}
