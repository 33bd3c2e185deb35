package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fact as an evidence package carries it: the exact bytes that the ledger keeps, and what they
 * say.
 *
 * @param file where it lies in the package
 * @param ordinal place among the facts of its subject, from 1
 * @param previous digest of the fact before it; only the first has none
 */
public record PackagedFact(
    String file,
    Digest sha256,
    String subject,
    int ordinal,
    Optional<String> previous,
    String kind,
    String actor,
    Instant occurredAt,
    Instant recordedAt,
    JsonNode payload) {

  /** Reads the recorded bytes; refuses what is no fact. */
  static PackagedFact of(String file, Bytes bytes) {
    JsonNode json = CanonicalJson.read(bytes.toArray());
    return new PackagedFact(
        file,
        bytes.digest(),
        text(json, "subject"),
        json.path("ordinal").asInt(),
        Optional.ofNullable(json.path("previous").textValue()),
        text(json, "kind"),
        text(json, "actor"),
        Instant.parse(text(json, "occurredAt")),
        Instant.parse(text(json, "recordedAt")),
        json.path("payload"));
  }

  /** The digests of the envelopes that this fact gives force to. */
  public List<String> envelopes() {
    List<String> named = new ArrayList<>();
    if (payload.path("envelope").isTextual()) {
      named.add(payload.path("envelope").textValue());
    }
    payload.path("envelopes").forEach(envelope -> named.add(envelope.asText()));
    return named;
  }

  /** Whether this is the next fact after {@code older}. */
  boolean follows(PackagedFact older) {
    return older.ordinal() + 1 == ordinal;
  }

  /** A text of the payload; empty when it is not there. */
  public String text(String name) {
    return payload.path(name).asText();
  }

  private static String text(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw new IllegalArgumentException("A fact has a text '" + name + "'; this has none");
    }
    return json.path(name).textValue();
  }
}
