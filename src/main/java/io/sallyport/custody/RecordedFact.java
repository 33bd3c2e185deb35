package io.sallyport.custody;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import java.time.Instant;

/**
 * A fact as it stands in the ledger.
 *
 * @param ordinal place among the facts of its subject, from 1
 * @param bytes the canonical JSON whose digest the next fact carries
 */
public record RecordedFact(
    String subject,
    int ordinal,
    String kind,
    String actor,
    Instant occurredAt,
    Instant recordedAt,
    Digest sha256,
    Bytes bytes) {

  /** The payload, read from the recorded bytes. */
  public JsonNode payload() {
    return CanonicalJson.read(bytes.toArray()).path("payload");
  }
}
