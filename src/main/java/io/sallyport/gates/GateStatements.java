package io.sallyport.gates;

import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Statement;
import io.sallyport.gates.technical.TechnicalJudgement;
import io.sallyport.models.ModelVersion;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import io.sallyport.rules.technical.FixedSets;
import io.sallyport.rules.technical.Floors;
import io.sallyport.rules.technical.TechnicalRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a gate states about an artifact, as in-toto test results (F12). */
public final class GateStatements {

  private GateStatements() {}

  /** Gate 1: which rules of the book held, for which evaluation. */
  public static Statement technical(ModelVersion version, TechnicalJudgement judgement) {
    FixedSets fixed = judgement.facts().fixed();
    List<String> rules = TechnicalRules.BOOK.rules().stream().map(Rule::id).toList();
    return testResult(
        version,
        rules,
        judgement.findings(),
        List.of(
            configuration("evaluation.json", judgement.evaluation().sha256()),
            configuration("train.csv", fixed.trainSha256()),
            configuration("holdout.csv", fixed.holdoutSha256())));
  }

  public static Statement testResult(
      ModelVersion version,
      List<String> rules,
      List<Finding> findings,
      List<Map<String, Object>> configuration) {
    Set<String> broken = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(version.trainedDigest()))),
        Statement.TEST_RESULT,
        Map.of(
            "result",
            findings.isEmpty() ? "PASSED" : "FAILED",
            "configuration",
            configuration,
            "passedTests",
            rules.stream().filter(rule -> !broken.contains(rule)).toList(),
            "failedTests",
            broken.stream().sorted().toList()));
  }

  public static Map<String, Object> configuration(String name, String sha256) {
    return Map.of("name", name, "digest", Map.of("sha256", sha256));
  }

  /** The floors that were in force, as a fact carries them. */
  public static Map<String, Object> floors(Floors floors) {
    return Map.of(
        "minimumRows", floors.minimumRows(),
        "minimumRowsPerClass", floors.minimumRowsPerClass(),
        "thresholds", new TreeMap<>(floors.thresholds()),
        "maximumNearDuplicateShare", floors.maximumNearDuplicateShare(),
        "maximumLooks", floors.maximumLooks());
  }
}
