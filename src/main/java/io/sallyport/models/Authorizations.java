package io.sallyport.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.rules.authorization.AuthorizationFacts;
import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What the ledger authorizes (S11, S13, F32), read from facts alone: whether a version may answer,
 * until when, and for whom. Limits that any authority set bind all.
 */
@Component
public class Authorizations {

  private static final String TASK = "decide-on-promotion";
  private static final Set<String> APPROVING = Set.of("authorize", "authorize-with-conditions");

  private final Models models;
  private final Ledger ledger;
  private final Clock clock;

  Authorizations(Models models, Ledger ledger, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What the book of authorization judges. */
  public AuthorizationFacts facts(String modelVersion) {
    ModelVersion version = models.of(modelVersion);
    Lineage lineage = Lineage.of(ledger, modelVersion);
    List<GatePassed> passed = new ArrayList<>();
    lineage.all(Lineage.GATE_1_PASSED).forEach(fact -> passed.add(passed(1, fact)));
    lineage.all(Lineage.GATE_2_PASSED).forEach(fact -> passed.add(passed(2, fact)));
    return new AuthorizationFacts(
        version.trainedDigest(),
        passed,
        lineage
            .newest("authorities-named")
            .map(fact -> fact.payload().path("approvalsNeeded").asInt())
            .orElse(0),
        signatures(lineage).stream().map(Authorizations::decided).toList(),
        lineage.facts().stream()
            .map(RecordedFact::kind)
            .filter(Lineage.ENDINGS::contains)
            .collect(Collectors.toSet()),
        expires(version, lineage),
        clock.instant());
  }

  /** The end of the authorization, exclusive: the earliest that was asked for or set. */
  public Instant expires(String modelVersion) {
    return expires(models.of(modelVersion), Lineage.of(ledger, modelVersion));
  }

  /** Who may ask for predictions: those asked for, of whom every limiting authority left some. */
  public List<String> consumers(String modelVersion) {
    List<String> consumers =
        new ArrayList<>(models.of(modelVersion).submission().endpoint().consumers());
    for (RecordedFact fact : signatures(Lineage.of(ledger, modelVersion))) {
      String limited = fact.payload().path("limits").path("principals").asText();
      if (!limited.isBlank()) {
        consumers.retainAll(limited.lines().map(String::strip).toList());
      }
    }
    return List.copyOf(consumers);
  }

  /** The digest of the fact by which the version was authorized: what a prediction row names. */
  public String authorizationId(String modelVersion) {
    return Lineage.of(ledger, modelVersion)
        .newest(Lineage.GATE_3_PASSED)
        .map(fact -> fact.sha256().hex())
        .orElseThrow(() -> new IllegalStateException(modelVersion + " did not pass Gate 3"));
  }

  private static Instant expires(ModelVersion version, Lineage lineage) {
    Instant earliest = start(version.submission().envelope().expires());
    for (RecordedFact fact : signatures(lineage)) {
      String limited = fact.payload().path("limits").path("ends").asText();
      if (!limited.isBlank() && start(limited).isBefore(earliest)) {
        earliest = start(limited);
      }
    }
    return earliest;
  }

  private static Instant start(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<RecordedFact> signatures(Lineage lineage) {
    return lineage.all(Lineage.DECISION_SIGNED).stream()
        .filter(fact -> fact.payload().path("task").asText().equals(TASK))
        .toList();
  }

  private static GatePassed passed(int gate, RecordedFact fact) {
    return new GatePassed(gate, fact.payload().path("modelDigest").asText());
  }

  private static Decided decided(RecordedFact fact) {
    JsonNode payload = fact.payload();
    return new Decided(
        fact.actor(),
        APPROVING.contains(payload.path("outcome").asText()),
        payload.path("modelDigest").asText());
  }
}
