package io.sallyport.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Packet;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.authorization.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * What whoever recommends or decides after an episode must see (S20, F03), from recorded facts
 * alone: why it was opened, what was found since, what the gates had judged, the terms in force,
 * and the recommendation. A reminder changes nothing of it.
 */
@Component
class EpisodePackets {

  private static final Set<String> OF_AN_EPISODE =
      Set.of(
          Episodes.OPENED,
          Episodes.FINDING_ADDED,
          GatherEvidence.GATHERED,
          "service-suspended",
          "emergency-stopped",
          Lineage.DEPLOYMENT_REFUSED,
          Lineage.DECISION_SIGNED);

  private final Models models;
  private final Authorizations authorizations;
  private final Ledger ledger;

  EpisodePackets(Models models, Authorizations authorizations, Ledger ledger) {
    this.models = models;
    this.authorizations = authorizations;
    this.ledger = ledger;
  }

  Packet of(String modelVersion) {
    ModelVersion version = models.of(modelVersion);
    List<RecordedFact> episode = episode(modelVersion);
    Map<String, Object> content = new HashMap<>();
    content.put("tier", version.tier().word());
    content.put("program", version.program());
    content.put("terms", terms(authorizations.terms(modelVersion)));
    content.put("opened", opened(episode));
    content.put("findings", findings(episode));
    content.put("evidence", evidence(episode));
    content.put("recommendation", recommendation(episode));
    return new Packet(
        version.id(),
        version.trainedDigest(),
        episode.stream()
            .map(fact -> new Packet.Evidence(fact.ordinal() + " " + fact.kind(), digest(fact)))
            .toList(),
        content);
  }

  /** The gates that have to judge something anew, as the evidence was gathered. */
  Set<Integer> affectedGates(String modelVersion) {
    Set<Integer> gates = new TreeSet<>();
    newest(episode(modelVersion), GatherEvidence.GATHERED)
        .payload()
        .path("affectedGates")
        .forEach(gate -> gates.add(gate.asInt()));
    return gates;
  }

  /** The facts of the newest episode, oldest first. */
  private List<RecordedFact> episode(String modelVersion) {
    List<RecordedFact> episode = new ArrayList<>();
    for (RecordedFact fact : Lineage.of(ledger, modelVersion).facts()) {
      if (fact.kind().equals(Episodes.OPENED)) episode.clear();
      episode.add(fact);
    }
    return episode.stream().filter(fact -> OF_AN_EPISODE.contains(fact.kind())).toList();
  }

  private static String digest(RecordedFact fact) {
    return fact.sha256().hex();
  }

  private static Map<String, Object> terms(Terms terms) {
    return Map.of(
        "expires", terms.expires().toString(),
        "consumers", terms.consumers(),
        "minimumInstances", terms.minimumInstances(),
        "maximumInstances", terms.maximumInstances());
  }

  private static Map<String, Object> opened(List<RecordedFact> episode) {
    RecordedFact opened = newest(episode, Episodes.OPENED);
    JsonNode payload = opened.payload();
    return Map.of(
        "reason", payload.path("reason").asText(),
        "level", payload.path("level").asText(),
        "because", payload.path("because").asText(),
        "name", payload.path("name").asText(),
        "at", opened.occurredAt().toString());
  }

  /** All findings, those that came later too. */
  private static List<Map<String, Object>> findings(List<RecordedFact> episode) {
    return episode.stream()
        .map(fact -> Findings.read(fact.payload().path("findings")))
        .flatMap(findings -> Findings.json(findings).stream())
        .toList();
  }

  private static Map<String, Object> evidence(List<RecordedFact> episode) {
    JsonNode gathered = newest(episode, GatherEvidence.GATHERED).payload();
    List<Map<String, Object>> used = new ArrayList<>();
    gathered
        .path("evidence")
        .forEach(
            one ->
                used.add(
                    Map.of(
                        "fact", one.path("fact").asText(),
                        "sha256", one.path("sha256").asText(),
                        "ageDays", one.path("ageDays").asInt())));
    return Map.of("affectedGates", gathered.path("affectedGates"), "used", used);
  }

  /** Empty until somebody recommended. */
  private static Map<String, Object> recommendation(List<RecordedFact> episode) {
    return episode.stream()
        .filter(fact -> fact.kind().equals(Lineage.DECISION_SIGNED))
        .map(RecordedFact::payload)
        .filter(payload -> payload.path("task").asText().equals(RecommendAfterEpisode.TASK))
        .reduce((older, newer) -> newer)
        .map(
            payload ->
                Map.<String, Object>of(
                    "outcome", payload.path("outcome").asText(),
                    "name", payload.path("name").asText(),
                    "grounds", payload.path("grounds").asText()))
        .orElse(Map.of());
  }

  private static RecordedFact newest(List<RecordedFact> episode, String kind) {
    return episode.stream()
        .filter(fact -> fact.kind().equals(kind))
        .reduce((older, newer) -> newer)
        .orElseThrow(() -> new IllegalStateException("The case begins with " + kind));
  }
}
