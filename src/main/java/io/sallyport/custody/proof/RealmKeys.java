package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The realm's public keys: each a fact of its own when it was first seen (design, trust 5), and
 * carried by the envelopes of the decisions that it verifies.
 */
public final class RealmKeys {

  /** The subject of the facts about them. */
  public static final String SUBJECT = "realm";

  /** The kind of those facts; payload: {@code issuer}, {@code key} (JWK). */
  public static final String SEEN = "realm-key-seen";

  private RealmKeys() {}

  /** The key in its one form, by whose digest it is known. */
  public static Bytes canonical(JsonNode key) {
    return Bytes.of(CanonicalJson.write(key));
  }

  /** The key in a decision's envelope; other envelopes have none. */
  static Optional<Bytes> in(Bytes envelope) {
    JsonNode key =
        CanonicalJson.read(Envelope.parse(envelope.toArray()).payload().toArray())
            .path("predicate")
            .path("authentication")
            .path("realmKey");
    return key.isObject() ? Optional.of(canonical(key)) : Optional.empty();
  }

  /** The facts up to the last that these envelopes need: later keys change no package. */
  static List<Bytes> needed(List<Bytes> seen, Collection<Bytes> envelopes) {
    Set<Bytes> used =
        envelopes.stream().flatMap(one -> in(one).stream()).collect(Collectors.toSet());
    int last = 0;
    for (int i = 0; i < seen.size(); i++) {
      JsonNode fact = CanonicalJson.read(seen.get(i).toArray());
      if (used.contains(canonical(fact.path("payload").path("key")))) last = i + 1;
    }
    return seen.subList(0, last);
  }

  static String file(Bytes key) {
    return "keys/realm-" + key.digest() + ".json";
  }
}
