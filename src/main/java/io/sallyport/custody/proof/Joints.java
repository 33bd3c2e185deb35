package io.sallyport.custody.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the steps of a version are joined (F12): data → split → training → Gate 1 → Gate 2 →
 * decisions → deployment → service speak of the same digests, none of them is left out, and the
 * documents that they name are in the package.
 */
final class Joints {

  private static final String TRAINED = "model-trained";
  private static final String FIXED = "held-out-set-fixed";
  private static final String GATE_1 = "gate-1-passed";
  private static final String SECURITY = "security-checked";
  private static final String GATE_2 = "gate-2-passed";
  private static final String GATE_3 = "gate-3-passed";
  private static final String CHECKED = "deployment-checked";
  private static final String OPENED = "service-period-opened";

  /** What must have been recorded before. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          TRAINED,
          List.of("model-version-submitted", "data-copied", FIXED),
          GATE_1,
          List.of(FIXED, TRAINED),
          "gate-1-failed",
          List.of(FIXED, TRAINED),
          SECURITY,
          List.of(TRAINED, GATE_1),
          GATE_2,
          List.of(GATE_1, SECURITY),
          GATE_3,
          List.of(GATE_1, GATE_2, SignedSteps.DECISION),
          CHECKED,
          List.of(GATE_1, GATE_2, GATE_3),
          OPENED,
          List.of(GATE_3, CHECKED, "endpoint-in-service", "answers-verified"),
          "service-restored",
          List.of(OPENED, CHECKED),
          "service-resumed",
          List.of(OPENED, CHECKED, "service-suspended"));

  /** Fields of payloads that name a document of the package by digest. */
  private static final List<String> DOCUMENTS =
      List.of(
          "/evaluationSha256", "/scanSha256", "/factsSha256", "/packetSha256", "/report/sha256");

  private final EvidencePackage packed;
  private final List<PackagedFact> facts;
  private final SignedSteps steps;
  private final List<Finding> findings = new ArrayList<>();

  Joints(EvidencePackage packed, List<PackagedFact> facts, SignedSteps steps) {
    this.packed = packed;
    this.facts = facts;
    this.steps = steps;
  }

  List<Finding> findings() {
    for (PackagedFact fact : facts) {
      requireEarlier(fact);
      requireModel(fact);
      requireDocuments(fact);
      switch (fact.kind()) {
        case FIXED -> data(fact);
        case TRAINED -> training(fact);
        case GATE_1, "gate-1-failed" -> gate1(fact);
        case GATE_2, "gate-2-failed" -> gate2(fact);
        default -> {}
      }
    }
    return List.copyOf(findings);
  }

  private void requireEarlier(PackagedFact fact) {
    for (String kind : NEEDS.getOrDefault(fact.kind(), List.of())) {
      if (before(fact, kind).isEmpty()) {
        report("is-there", kind + " before " + fact.file(), "missing", "recorded before");
      }
    }
  }

  /** The artifact that was trained is the one that every later step speaks of. */
  private void requireModel(PackagedFact fact) {
    if (!fact.payload().has("modelDigest")) return;
    Optional<PackagedFact> trained =
        fact.kind().equals(TRAINED) ? Optional.of(fact) : before(fact, TRAINED);
    String wanted = trained.map(earlier -> earlier.text("modelDigest")).orElse("missing");
    same("model.tar.gz in " + fact.file(), fact.text("modelDigest"), wanted);
    JsonNode statement = steps.statement(fact);
    if (statement.isObject()) {
      String signed = statement.path("subject").path(0).path("digest").path("sha256").asText();
      String file = EvidencePackage.envelopeFile(fact.text("envelope"));
      same("model.tar.gz in " + file, signed, fact.text("modelDigest"));
    }
  }

  private void requireDocuments(PackagedFact fact) {
    for (String pointer : DOCUMENTS) {
      JsonNode digest = fact.payload().at(pointer);
      if (digest.isTextual() && packed.document(digest.textValue()).isEmpty()) {
        String file = EvidencePackage.documentFile(digest.textValue());
        report("has-its-documents", file, "missing", "what " + fact.file() + " names");
      }
    }
  }

  private void data(PackagedFact fixed) {
    before(fixed, "data-copied")
        .ifPresent(
            copied ->
                same(
                    "the data in " + fixed.file(),
                    fixed.text("inputSha256"),
                    copied.payload().at("/source/sha256").asText()));
  }

  private void training(PackagedFact trained) {
    JsonNode made = steps.statement(trained).at("/predicate/buildDefinition/resolvedDependencies");
    fixed(trained)
        .ifPresent(
            fixed -> {
              described(trained, made, "data", fixed.path("inputSha256").asText());
              described(trained, made, "train.csv", fixed.at("/train/sha256").asText());
            });
  }

  private void gate1(PackagedFact gate) {
    JsonNode judged = steps.statement(gate).at("/predicate/configuration");
    described(gate, judged, "evaluation.json", gate.text("evaluationSha256"));
    fixed(gate)
        .ifPresent(
            fixed -> {
              described(gate, judged, "train.csv", fixed.at("/train/sha256").asText());
              described(gate, judged, "holdout.csv", fixed.at("/holdout/sha256").asText());
            });
  }

  private void gate2(PackagedFact gate) {
    JsonNode judged = steps.statement(gate).at("/predicate/configuration");
    before(gate, SECURITY)
        .ifPresent(
            checked -> {
              described(gate, judged, "artifact-scan.json", checked.text("scanSha256"));
              described(gate, judged, "security-facts.json", checked.text("factsSha256"));
            });
  }

  private Optional<JsonNode> fixed(PackagedFact fact) {
    return before(fact, FIXED).map(PackagedFact::payload);
  }

  private void described(PackagedFact fact, JsonNode descriptors, String name, String wanted) {
    String found = "missing";
    for (JsonNode descriptor : descriptors) {
      if (descriptor.path("name").asText().equals(name)) {
        found = descriptor.at("/digest/sha256").asText();
      }
    }
    String file = EvidencePackage.envelopeFile(fact.text("envelope"));
    same(name + " in " + file, found, wanted);
  }

  private Optional<PackagedFact> before(PackagedFact fact, String kind) {
    return facts.stream()
        .filter(earlier -> earlier.ordinal() < fact.ordinal() && earlier.kind().equals(kind))
        .reduce((older, newer) -> newer);
  }

  private void same(String joint, String found, String wanted) {
    if (!found.equals(wanted)) {
      report("is-of-equal-digests", joint, found, wanted);
    }
  }

  private void report(String rule, String subject, String value, String limit) {
    findings.add(new Finding("custody/each-joint-" + rule, subject, value, limit));
  }
}
