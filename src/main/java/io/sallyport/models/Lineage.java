package io.sallyport.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.rules.authorization.AuthorizationHistory;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the ledger remembers about one model version (S07, S08). Stages never call each other: each
 * reads here what earlier ones recorded.
 */
public record Lineage(String modelVersion, List<RecordedFact> facts) {

  public static final String SUBMITTED = "model-version-submitted";
  public static final String DATA_COPIED = "data-copied";
  public static final String HELD_OUT_SET_FIXED = "held-out-set-fixed";
  public static final String TRAINED = "model-trained";
  public static final String REGISTERED = "model-registered";
  public static final String GATE_1_PASSED = "gate-1-passed";
  public static final String GATE_1_FAILED = "gate-1-failed";
  public static final String SECURITY_CHECKED = "security-checked";
  public static final String GATE_2_PASSED = "gate-2-passed";
  public static final String GATE_2_FAILED = "gate-2-failed";
  public static final String DECISION_SIGNED = "decision-signed";
  public static final String GATE_3_PASSED = "gate-3-passed";
  public static final String GATE_3_FAILED = "gate-3-failed";
  public static final String TRAINING_REJECTED = "training-rejected";
  public static final String RETURNED = "model-version-returned";
  public static final String WITHDRAWN = "model-version-withdrawn";
  public static final String SUPERSEDED = "model-version-superseded";
  public static final String ARCHIVED = "model-version-archived";
  public static final String ENDPOINT_IN_SERVICE = "endpoint-in-service";
  public static final String SERVICE_PERIOD_OPENED = "service-period-opened";
  public static final String DEPLOYMENT_REFUSED = "deployment-refused";
  public static final String RETIRED = "model-version-retired";

  /** After one of these a version is never promoted again. */
  public static final Set<String> ENDINGS = AuthorizationHistory.ENDINGS;

  public Lineage {
    facts = List.copyOf(facts);
  }

  public static Lineage of(Ledger ledger, String modelVersion) {
    return new Lineage(modelVersion, ledger.facts(modelVersion));
  }

  /** All facts of {@code kind}, oldest first. */
  public List<RecordedFact> all(String kind) {
    return facts.stream().filter(fact -> fact.kind().equals(kind)).toList();
  }

  public Optional<RecordedFact> newest(String kind) {
    return all(kind).stream().reduce((older, newer) -> newer);
  }

  /** The payload of a fact that the diagram promises to have been recorded before. */
  public JsonNode payload(String kind) {
    return newest(kind)
        .orElseThrow(() -> new IllegalStateException(modelVersion + " has no fact " + kind))
        .payload();
  }

  /** The same facts, as the books of rules read them here and offline. */
  public List<Past> past() {
    return facts.stream()
        .map(fact -> new Past(fact.kind(), fact.actor(), fact.occurredAt(), fact.payload()))
        .toList();
  }

  /** A text in that payload. */
  public String text(String kind, String name) {
    JsonNode value = payload(kind).path(name);
    if (!value.isTextual()) {
      throw new IllegalStateException(kind + " of " + modelVersion + " has no text " + name);
    }
    return value.textValue();
  }
}
