package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.sallyport.rules.security.SecuritySummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every path of {@code gate-2-security-review}; its wait is in {@link WaitsTest}, its broken jobs
 * are in {@link BrokenJobsTest}.
 */
@ExtendWith(OnEngine.class)
class Gate2SecurityReviewPathsTest {

  private static final String GATE = "gate-2-security-review";
  private static final List<String> REVIEWER = List.of(AllIsWell.REVIEWERS);

  private static final SecuritySummary NOT_UNDERSTOOD =
      new SecuritySummary(false, false, true, false, false, false, false, 0, 0, 0, 0);

  @Test
  void S10_without_findings_no_person_is_asked() {
    Case gate = Case.of(GATE, "routine").goesOn();

    assertThat(gate.instance())
        .isEnded()
        .hasPassedInOrder("assess-findings", "record-gate-2-passed", "gate-2-passed")
        .hasNotPassed("review-findings", "record-gate-2-failed");
    assertThat(gate.steps())
        .containsExactly("startScanJob", "readScanJob", "checkImages", "recordGate2Passed");
  }

  @Test
  void S10_a_clear_failure_needs_no_person_and_archives_the_version() {
    Case version = found(Case.submitted("routine"), NOT_UNDERSTOOD);

    assertThat(version.tasks()).isEmpty();
    assertFailedAndArchived(version);
    assertThat(Engine.shared().visits(version, GATE)).doesNotContain("review-findings");
  }

  @Test
  void S10_a_finding_for_a_person_waits_and_passes_when_recommended() {
    Case gate = found(Case.of(GATE, "routine"), AllIsWell.ONE_HIGH);
    assertThat(gate.instance()).isWaitingAtExactly("review-findings");
    assertThat(gate.steps()).doesNotContain("recordGate2Passed");

    gate.decides("sam", REVIEWER, Map.of("outcome", "recommend"));

    assertThat(gate.instance())
        .isEnded()
        .hasPassedInOrder("review-findings", "recommended", "gate-2-passed")
        .hasNotPassed("record-gate-2-failed", "review-overdue");
    assertThat(gate.steps()).endsWith("signatureRecorded", "recordGate2Passed");
  }

  @ParameterizedTest
  @CsvSource({"reject", "something else"})
  void S10_whatever_is_not_a_recommendation_fails_the_gate(String outcome) {
    Case version = found(Case.submitted("routine"), AllIsWell.ONE_HIGH);

    version.decides("sam", REVIEWER, Map.of("outcome", outcome));

    assertFailedAndArchived(version);
  }

  @Test
  void F02_without_a_recorded_signature_the_review_stays_open() {
    Case gate =
        found(Case.of(GATE, "routine"), AllIsWell.ONE_HIGH)
            .does("signatureRecorded", Deed.trouble());

    assertThatThrownBy(() -> gate.decides("sam", REVIEWER, Map.of("outcome", "recommend")))
        .hasRootCauseInstanceOf(Deed.Trouble.class);

    assertThat(gate.instance()).isWaitingAtExactly("review-findings");
    assertThat(gate.tasks()).hasSize(1);
  }

  @Test
  void S10_a_review_is_reminded_of_every_day_and_lapses_after_30_days() {
    Case version = found(Case.submitted("routine"), AllIsWell.ONE_HIGH);

    for (int day = 1; day <= 29; day++) {
      version.after(Duration.ofDays(1));
      assertThat(Collections.frequency(version.steps(), "remindAndEscalate"))
          .as("reminders after %s days", day)
          .isEqualTo(Math.min(day, 28));
    }
    assertThat(version.tasks()).hasSize(1);

    version.after(Duration.ofDays(1));
    assertFailedAndArchived(version);
    assertThat(version.tasks()).isEmpty();
    assertThat(Engine.shared().visits(version, GATE)).contains("review-lapsed");
  }

  @ParameterizedTest
  @CsvSource({
    "scannerFailed,       fail gate-2-findings-rule-1",
    "artifactDiffers,     fail gate-2-findings-rule-2",
    "unsafeSerialization, fail gate-2-findings-rule-3",
    "signatureInvalid,    fail gate-2-findings-rule-4",
    "scanMissing,         fail gate-2-findings-rule-5",
    "outsideWeights,      fail gate-2-findings-rule-6",
    "criticalFindings,    fail gate-2-findings-rule-7",
    "otherFindings,       fail gate-2-findings-rule-8",
    "highFindings,        review gate-2-findings-rule-9",
    "unratedFindings,     review gate-2-findings-rule-10",
    "originUnknown,       review gate-2-findings-rule-11"
  })
  void S10_one_finding_of_a_column_is_decided_by_the_row_for_it(String column, String decided) {
    Map<String, Object> findings = AllIsWell.CLEAN.variables();
    findings.computeIfPresent(column, (name, none) -> none instanceof Boolean ? true : 1);

    assertThat(decision(findings)).isEqualTo(decided);
  }

  @Test
  void S10_only_a_clean_version_passes_and_what_no_row_foresees_fails() {
    Map<String, Object> unforeseen = AllIsWell.CLEAN.variables();
    unforeseen.put("criticalFindings", -1);

    assertThat(decision(AllIsWell.CLEAN.variables())).isEqualTo("pass gate-2-findings-rule-12");
    assertThat(decision(unforeseen)).isEqualTo("fail gate-2-findings-rule-13");
  }

  /** The verdict, and the row that gave it, from the history of decisions. */
  private static String decision(Map<String, Object> findings) {
    List<String> before = rows();
    Object verdict =
        Engine.shared()
            .bean(DecisionService.class)
            .evaluateDecisionTableByKey("gate-2-findings", findings)
            .getSingleEntry();
    List<String> rows = new ArrayList<>(rows());
    before.forEach(rows::remove);
    return verdict + " " + String.join(", ", rows);
  }

  private static List<String> rows() {
    return Engine.shared()
        .bean(HistoryService.class)
        .createHistoricDecisionInstanceQuery()
        .decisionDefinitionKey("gate-2-findings")
        .includeOutputs()
        .list()
        .stream()
        .map(decision -> decision.getOutputs().get(0).getRuleId())
        .toList();
  }

  private static Case found(Case version, SecuritySummary findings) {
    return version.does("checkImages", Deed.sets(AllIsWell.findings(findings))).goesOn();
  }

  private static void assertFailedAndArchived(Case version) {
    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("gate-failed", "archive-with-results", "archived")
        .hasNotPassed("pass-gate-3", "deploy-to-endpoint");
    assertThat(version.steps())
        .endsWith("recordGate2Failed", "archiveWithResults")
        .doesNotContain("recordGate2Passed");
  }
}
