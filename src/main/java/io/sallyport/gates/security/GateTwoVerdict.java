package io.sallyport.gates.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.Digest;
import io.sallyport.gates.GateStatements;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.security.SecurityRules;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the verdict of Gate 2 as a signed test result and a fact (S10, F12). */
@Component
class GateTwoVerdict {

  private final Models models;
  private final Evidence evidence;
  private final Ledger ledger;
  private final Clock clock;

  GateTwoVerdict(Models models, Evidence evidence, Ledger ledger, Clock clock) {
    this.models = models;
    this.evidence = evidence;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Records {@code kind} with what was checked.
   *
   * @param verdict of the decision table: {@code pass}, {@code review}, {@code fail}
   */
  void record(Step step, String kind, String verdict) {
    ModelVersion version = models.of(step.modelVersion());
    JsonNode checked = Lineage.of(ledger, version.id()).payload(Lineage.SECURITY_CHECKED);
    List<Finding> findings = Findings.read(checked.path("findings"));
    List<String> rules = SecurityRules.BOOK.rules().stream().map(Rule::id).toList();
    Digest envelope =
        evidence.record(
            version.id(),
            GateStatements.testResult(
                version,
                rules,
                findings,
                List.of(
                    GateStatements.configuration(
                        "artifact-scan.json", checked.path("scanSha256").asText()),
                    GateStatements.configuration(
                        "security-facts.json", checked.path("factsSha256").asText()))));
    ledger.append(
        step.fact(
            kind,
            clock,
            Map.of(
                "modelDigest", version.trainedDigest(),
                "verdict", verdict,
                "factsSha256", checked.path("factsSha256").asText(),
                "findings", Findings.json(findings),
                "envelope", envelope.hex())));
  }
}
