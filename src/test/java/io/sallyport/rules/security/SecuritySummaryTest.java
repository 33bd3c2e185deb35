package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import io.sallyport.rules.security.ImageFacts.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The book's findings, summed up, through the real decision table. */
class SecuritySummaryTest {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void S10_nothing_wrong_passes() throws Exception {
    assertThat(verdict(Examples.facts())).isEqualTo("pass");
  }

  @Test
  void S10_a_scanner_that_failed_fails_the_gate() throws Exception {
    ArtifactScan failed =
        new ArtifactScan(
            Examples.ARTIFACT,
            1,
            List.of(),
            List.of(new Finding(ArtifactScan.SCANNER_FAILED, "scanner", "x", "a finished scan")));
    SecurityFacts facts = Examples.facts(failed, List.of(), images());

    assertThat(summary(facts).scannerFailed()).isTrue();
    assertThat(verdict(facts)).isEqualTo("fail");
  }

  @Test
  void S10_a_high_vulnerability_asks_a_reviewer_and_a_critical_one_stops() throws Exception {
    assertThat(verdict(with(new Severities(0, 1, 0, 0, 0)))).isEqualTo("review");
    assertThat(verdict(with(new Severities(0, 0, 0, 0, 1)))).isEqualTo("review");
    assertThat(verdict(with(new Severities(1, 1, 0, 0, 0)))).isEqualTo("fail");
  }

  @Test
  void S10_without_any_facts_the_gate_fails() throws Exception {
    assertThat(verdict(Examples.facts(new ImageFacts[] {}))).isEqualTo("fail");
    assertThat(decide(new HashMap<>())).isEqualTo("fail");
  }

  @ParameterizedTest
  @CsvSource({
    "scannerFailed,fail",
    "artifactDiffers,fail",
    "unsafeSerialization,fail",
    "signatureInvalid,fail",
    "scanMissing,fail",
    "outsideWeights,fail",
    "originUnknown,review"
  })
  void S10_each_kind_of_finding_has_its_verdict(String input, String verdict) throws Exception {
    Map<String, Object> variables = new HashMap<>(summary(Examples.facts()).variables());
    variables.put(input, true);

    assertThat(decide(variables)).isEqualTo(verdict);
  }

  @Test
  void S10_a_finding_that_no_column_stands_for_never_passes() throws Exception {
    List<Finding> findings = List.of(new Finding("gate-9/unheard-of", "a", "b", "c"));
    SecuritySummary summary = SecuritySummary.of(findings, Examples.facts());

    assertThat(summary.otherFindings()).isEqualTo(1);
    assertThat(decide(summary.variables())).isEqualTo("fail");
  }

  @Test
  void S10_an_input_that_nobody_filled_in_never_passes() throws Exception {
    Map<String, Object> clean = summary(Examples.facts()).variables();
    for (String input : clean.keySet()) {
      Map<String, Object> variables = new HashMap<>(clean);
      variables.put(input, null);

      assertThat(decide(variables)).as(input).isEqualTo("fail");
    }
  }

  private static ImageFacts[] images() {
    return Examples.facts().images().toArray(ImageFacts[]::new);
  }

  private static SecurityFacts with(Severities severities) {
    ImageFacts good = Examples.image(Role.TRAINING);
    return Examples.facts(
        Examples.image(Role.PROCESSING),
        Examples.image(Role.INFERENCE),
        Examples.image(Role.TRAINING, good.signature(), Examples.report(severities)));
  }

  private static SecuritySummary summary(SecurityFacts facts) {
    return SecuritySummary.of(SecurityRules.BOOK.check(facts), facts);
  }

  private String verdict(SecurityFacts facts) throws Exception {
    return decide(summary(facts).variables());
  }

  private String decide(Map<String, Object> variables) throws Exception {
    try (var table = Files.newInputStream(Path.of("processes/gate-2-findings.dmn"))) {
      DmnDecision decision = engine.parseDecision("gate-2-findings", table);
      return engine.evaluateDecisionTable(decision, variables).getSingleEntry();
    }
  }
}
