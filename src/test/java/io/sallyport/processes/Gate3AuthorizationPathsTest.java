package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every path of {@code gate-3-authorization}. */
@ExtendWith(OnEngine.class)
class Gate3AuthorizationPathsTest {

  private static final String GATE = "gate-3-authorization";

  @ParameterizedTest
  @CsvSource({"routine, 1", "significant, 2", "critical, 3", "unheard-of, 3"})
  void S11_as_many_approvals_as_the_tier_needs_authorize_and_one_fewer_does_not(
      String tier, int needed) {
    Case gate = Case.of(GATE, tier).goesOn();
    for (int given = 1; given < needed; given++) approves(gate, given);
    assertThat(gate.instance()).isWaitingAt("decide-on-promotion");
    assertThat(gate.steps()).doesNotContain("writeApprovalRecord");

    approves(gate, needed);

    assertThat(gate.instance())
        .isEnded()
        .hasPassedInOrder("write-approval-record", "approve-in-model-registry", "authorized")
        .hasNotPassed("record-refusal", "record-return-for-rework", "decision-overdue");
    assertThat(gate.tasks()).as("whoever was not needed is asked no more").isEmpty();
    assertThat(gate.steps()).endsWith("writeApprovalRecord", "approveInModelRegistry");
  }

  @Test
  void S11_each_named_authority_has_a_task_with_the_date_of_decision() {
    Case gate = Case.of(GATE, "significant").goesOn();

    assertThat(gate.tasks())
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrderElementsOf(AllIsWell.AUTHORITIES);
    assertThat(gate.tasks()).allSatisfy(task -> assertThat(task.getDueDate()).isNotNull());
  }

  @Test
  void S11_one_refusal_stops_the_count_and_archives_the_version() {
    Case version = Case.submitted("critical").goesOn();
    approves(version, 1);

    decides(version, "ben", 1, 1, 0);

    assertRefused(version);
  }

  @Test
  void S11_a_send_back_stops_the_count_and_returns_the_version_without_a_verdict() {
    Case version = Case.submitted("critical").goesOn();
    approves(version, 1);

    decides(version, "ben", 1, 0, 1);

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("version-returned", "record-return", "returned")
        .hasNotPassed("gate-failed", "archive-with-results", "deploy-to-endpoint");
    assertThat(version.steps())
        .endsWith("recordReturnForRework", "recordReturn")
        .doesNotContain("recordRefusal", "writeApprovalRecord");
    assertThat(version.tasks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0, gate-failed", "3, 1, 1, gate-failed", "3, 0, 1, version-returned"})
  void S11_a_refusal_outweighs_all_and_a_send_back_outweighs_approvals(
      int approvals, int refusals, int returns, String way) {
    Case version = Case.submitted("critical").goesOn();

    decides(version, "ada", approvals, refusals, returns);

    assertThat(version.instance()).isEnded().hasPassed(way).hasNotPassed("deploy-to-endpoint");
    assertThat(version.steps()).doesNotContain("writeApprovalRecord");
  }

  @Test
  void S11_whoever_is_asked_in_vain_makes_no_authorization() {
    Case version = Case.submitted("critical");
    version.does("nameTheAuthorities", Deed.sets(AllIsWell.named(List.of("ada")))).goesOn();

    decides(version, "ada", 1, 0, 0);

    assertRefused(version);
  }

  @Test
  void S11_an_empty_list_of_authorities_is_a_refusal_and_no_way_through() {
    Case version = Case.submitted("routine");
    version.does("nameTheAuthorities", Deed.sets(AllIsWell.named(List.of()))).goesOn();

    assertRefused(version);
  }

  @Test
  void F02_without_a_recorded_signature_the_decision_stays_open() {
    Case gate = Case.of(GATE, "routine").goesOn().does("signatureRecorded", Deed.trouble());

    assertThatThrownBy(() -> approves(gate, 1)).hasRootCauseInstanceOf(Deed.Trouble.class);

    assertThat(gate.instance()).isWaitingAt("decide-on-promotion");
    assertThat(gate.tasks()).hasSize(3);
  }

  @Test
  void S11_a_decision_is_reminded_of_every_day_and_the_request_lapses_after_30_days() {
    Case version = Case.submitted("significant").goesOn();
    approves(version, 1);

    for (int day = 1; day <= 29; day++) {
      version.after(Duration.ofDays(1));
      assertThat(Collections.frequency(version.steps(), "remindAndEscalate"))
          .as("reminders after %s days", day)
          .isEqualTo(Math.min(day, 28));
    }
    assertThat(version.tasks()).hasSize(2);

    version.after(Duration.ofDays(1));
    assertRefused(version);
    assertThat(Engine.shared().visits(version, GATE)).contains("request-lapsed");
  }

  @Test
  void C01_lists_are_kept_as_json_and_never_as_java_objects() {
    Case gate = Case.of(GATE, "routine").goesOn();

    ObjectValue authorities =
        Engine.shared()
            .bean(RuntimeService.class)
            .getVariableTyped(gate.instance().getId(), "authorities", false);

    assertThat(authorities.getSerializationDataFormat()).isEqualTo("application/json");
    assertThat(authorities.getValueSerialized()).isEqualTo("[\"ada\",\"ben\",\"cyd\"]");
  }

  private static void approves(Case gate, int approvals) {
    decides(gate, AllIsWell.AUTHORITIES.get(approvals - 1), approvals, 0, 0);
  }

  /** As the door for decisions does it: the count of all signatures so far. */
  private static void decides(Case gate, String person, int... counts) {
    gate.decides(
        person,
        List.of(),
        Map.of("approvals", counts[0], "refusals", counts[1], "returns", counts[2]));
  }

  private static void assertRefused(Case version) {
    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("gate-failed", "archive-with-results", "archived")
        .hasNotPassed("version-returned", "deploy-to-endpoint");
    assertThat(version.steps())
        .endsWith("recordRefusal", "archiveWithResults")
        .doesNotContain("writeApprovalRecord", "approveInModelRegistry");
    assertThat(version.tasks()).isEmpty();
  }
}
