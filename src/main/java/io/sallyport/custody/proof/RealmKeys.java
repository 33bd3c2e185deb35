package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The realm's public keys, as decision envelopes carry them. */
final class RealmKeys {

  private RealmKeys() {}

  /** The key in a decision's envelope; other envelopes have none. */
  static Optional<Bytes> in(Bytes envelope) {
    JsonNode key =
        CanonicalJson.read(Envelope.parse(envelope.toArray()).payload().toArray())
            .path("predicate")
            .path("authentication")
            .path("realmKey");
    return key.isObject() ? Optional.of(Bytes.of(CanonicalJson.write(key))) : Optional.empty();
  }

  static String file(Bytes key) {
    return "keys/realm-" + key.digest() + ".json";
  }
}
