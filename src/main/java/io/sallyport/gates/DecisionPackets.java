package io.sallyport.gates;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.authority.Packet;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.technical.Evaluation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a decider at Gate 2 or 3 must see (F03): the request, the lineage, what the gates found,
 * each with its digest. Made from facts alone, so that the same facts give the same bytes.
 */
@Component
class DecisionPackets {

  /** Facts that speak of people deciding, not of the version: they change no packet. */
  private static final Set<String> ABOUT_DECIDING =
      Set.of(Lineage.DECISION_SIGNED, "decision-reminded");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Models models;
  private final Authorizations authorizations;
  private final Documents documents;
  private final Ledger ledger;

  DecisionPackets(
      Models models, Authorizations authorizations, Documents documents, Ledger ledger) {
    this.models = models;
    this.authorizations = authorizations;
    this.documents = documents;
    this.ledger = ledger;
  }

  Packet of(String modelVersion) {
    ModelVersion version = models.of(modelVersion);
    Lineage lineage = Lineage.of(ledger, modelVersion);
    return new Packet(
        modelVersion, version.trainedDigest(), evidence(lineage), content(version, lineage));
  }

  private static List<Packet.Evidence> evidence(Lineage lineage) {
    List<Packet.Evidence> evidence = new ArrayList<>();
    for (RecordedFact fact : lineage.facts()) {
      if (!ABOUT_DECIDING.contains(fact.kind())) {
        evidence.add(new Packet.Evidence(fact.ordinal() + " " + fact.kind(), fact.sha256().hex()));
      }
    }
    return evidence;
  }

  private Map<String, Object> content(ModelVersion version, Lineage lineage) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("submission", SubmissionReader.tree(version.submission()));
    content.put("tier", version.tier().word());
    content.put("submitterName", version.submitterName());
    content.put("submittedAt", version.submittedAt().toString());
    content.putAll(measured(lineage));
    lineage
        .newest(Lineage.SECURITY_CHECKED)
        .ifPresent(fact -> content.put("security", tree(fact.payload())));
    models
        .serving(version.program(), version.submission().endpoint().name())
        .filter(other -> !other.id().equals(version.id()))
        .ifPresent(other -> content.put("inService", inService(other)));
    return content;
  }

  /**
   * The version in service beside it: what it asked for, on which terms it was authorized, and what
   * it reached.
   */
  private Map<String, Object> inService(ModelVersion other) {
    Map<String, Object> beside = new LinkedHashMap<>(measured(Lineage.of(ledger, other.id())));
    beside.put("version", other.model() + " version " + other.number());
    beside.put("submitter", other.submitter());
    beside.put("submission", SubmissionReader.tree(other.submission()));
    beside.put("terms", terms(other.id()));
    return beside;
  }

  /** What any authority left of it: a successor that asks for more must not do so unseen. */
  private Map<String, Object> terms(String modelVersion) {
    return Map.of(
        "expires",
        LocalDate.ofInstant(authorizations.expires(modelVersion), ZoneOffset.UTC).toString(),
        "consumers",
        authorizations.consumers(modelVersion));
  }

  /** The results of Gate 1, and which data they stand on. */
  private Map<String, Object> measured(Lineage lineage) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("dataSha256", digest(lineage, Lineage.DATA_COPIED, "/source/sha256"));
    measured.put("heldOutSha256", digest(lineage, Lineage.HELD_OUT_SET_FIXED, "/holdout/sha256"));
    lineage
        .newest(Lineage.GATE_1_PASSED)
        .ifPresent(fact -> measured.put("technical", technical(fact.payload())));
    return measured;
  }

  private static String digest(Lineage lineage, String kind, String pointer) {
    return lineage.newest(kind).map(fact -> fact.payload().at(pointer).asText()).orElse("");
  }

  /** The verdict of Gate 1 with each measured number: for authorities, not for the submitter. */
  Map<String, Object> technical(JsonNode payload) {
    Map<String, Object> technical = new LinkedHashMap<>(tree(payload));
    Evaluation evaluation =
        documents.read(payload.path("evaluationUri").asText(), Evaluation.class);
    technical.put("rows", evaluation.rows());
    technical.put("trainRows", evaluation.trainRows());
    technical.put(
        "metrics",
        evaluation.plan().metrics().stream()
            .map(
                asked -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("subject", asked.subject());
                  row.put("threshold", asked.threshold());
                  evaluation
                      .resultOf(asked)
                      .ifPresent(
                          result -> {
                            row.put("measured", result.measured());
                            row.put("lower", result.lower());
                            row.put("upper", result.upper());
                            row.put("n", result.n());
                            row.put("direction", result.direction());
                          });
                  return row;
                })
            .toList());
    return technical;
  }

  private static Map<String, Object> tree(JsonNode payload) {
    return MAPPER.convertValue(payload, new TypeReference<Map<String, Object>>() {});
  }
}
