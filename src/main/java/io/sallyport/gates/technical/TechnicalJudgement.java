package io.sallyport.gates.technical;

import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.proof.Digest;
import io.sallyport.gates.GateStatements;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.rules.Finding;
import io.sallyport.rules.technical.TechnicalFacts;
import io.sallyport.rules.technical.TechnicalRules;
import io.sallyport.rules.technical.TechnicalVerdict;
import java.util.List;
import java.util.Map;

/**
 * What Gate 1 judged, and what its book found (S09).
 *
 * @param evaluation the file that was judged
 */
public record TechnicalJudgement(
    StoredObject evaluation, TechnicalFacts facts, List<Finding> findings) {

  static TechnicalJudgement of(StoredObject evaluation, TechnicalFacts facts) {
    return new TechnicalJudgement(evaluation, facts, TechnicalRules.BOOK.check(facts));
  }

  boolean passed() {
    return findings.isEmpty();
  }

  /** The kind of the fact. */
  String kind() {
    return passed() ? Lineage.GATE_1_PASSED : Lineage.GATE_1_FAILED;
  }

  /** {@code passed}, or why not, in the words of the field. */
  String verdict() {
    return TechnicalVerdict.of(findings).words();
  }

  /** What the fact says, beside what was predicted. */
  Map<String, Object> payload(ModelVersion version, Digest envelope) {
    return Map.of(
        "modelDigest", version.trainedDigest(),
        "verdict", verdict(),
        "evaluationUri", evaluation.uri(),
        "evaluationSha256", evaluation.sha256(),
        "look", facts.look(),
        "tier", facts.floorsOf(),
        "floors", GateStatements.floors(facts.floors()),
        "findings", Findings.json(findings),
        "envelope", envelope.hex());
  }
}
