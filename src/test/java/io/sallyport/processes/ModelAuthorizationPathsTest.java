package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static io.sallyport.processes.Deed.stillRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every path of {@code model-authorization} with the diagrams that it calls. What each of them
 * answers is in the class of that diagram.
 */
@ExtendWith(OnEngine.class)
class ModelAuthorizationPathsTest {

  private static final String WITHDRAWN = "model-version-withdrawn";
  private static final String SUPERSEDED = "model-version-superseded";

  @Test
  void C01_a_version_goes_through_training_and_three_gates_into_service() {
    Case version = Case.submitted("routine").goesOn();
    assertThat(version.instance()).isWaitingAt("pass-gate-3");
    assertThat(version.called("gate-3-authorization")).hasBusinessKey(version.key());

    approved(version);

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder(
            "train-and-record-lineage",
            "pass-gate-1",
            "pass-gate-2",
            "pass-gate-3",
            "all-gates-passed",
            "deploy-to-endpoint",
            "open-service-period",
            "permit-invocation",
            "retire-predecessor",
            "in-service")
        .hasNotPassed("archive-with-results", "raise-security-alert");
    assertThat(version.steps())
        .containsSubsequence(
            "registerModelPackage",
            "checkThresholds",
            "recordGate2Passed",
            "approveInModelRegistry",
            "recheckLedger",
            "openServicePeriod",
            "permitInvocation",
            "retirePredecessor")
        .endsWith("retirePredecessor");
  }

  @Test
  void C01_each_step_may_fail_once_and_is_done_once() {
    Case version = Case.submitted("routine");
    Engine.shared().delegates().forEach(step -> version.does(step, Deed.trouble()));

    version.persists();
    approved(version);
    version.persists();

    assertThat(version.instance()).isEnded().hasPassed("in-service");
    assertThat(version.steps()).doesNotHaveDuplicates().endsWith("retirePredecessor");
  }

  @ParameterizedTest
  @MethodSource
  void C01_withdrawn_at_any_place_before_deployment_everything_of_it_ends(
      String place, String step, Deed deed) {
    Case version = Case.submitted("routine").does(step, deed).goesOn();

    assertThat(version.told(version.instance(), WITHDRAWN)).as(place).isTrue();
    version.goesOn();

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("withdrawn", "record-withdrawal", "withdrawn-end")
        .hasNotPassed("archive-with-results", "deploy-to-endpoint", "superseded");
    assertNothingIsLeft(version, "recordWithdrawal");
  }

  static Stream<Arguments> C01_withdrawn_at_any_place_before_deployment_everything_of_it_ends() {
    return places();
  }

  @ParameterizedTest
  @MethodSource
  void C01_superseded_at_any_place_before_deployment_everything_of_it_ends(
      String place, String step, Deed deed) {
    Case version = Case.submitted("routine").does(step, deed).goesOn();

    assertThat(version.told(version.instance(), SUPERSEDED)).as(place).isTrue();
    version.goesOn();

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("superseded", "record-supersession", "superseded-end")
        .hasNotPassed("archive-with-results", "deploy-to-endpoint", "withdrawn");
    assertNothingIsLeft(version, "recordSupersession");
  }

  static Stream<Arguments> C01_superseded_at_any_place_before_deployment_everything_of_it_ends() {
    return places();
  }

  @ParameterizedTest
  @ValueSource(strings = {WITHDRAWN, SUPERSEDED})
  void C01_after_the_gates_it_is_too_late_to_withdraw_or_supersede(String message) {
    Case version = Case.submitted("routine").does("readEndpoint", stillRunning()).goesOn();
    approved(version);
    assertThat(version.called("deployment")).isWaitingAtExactly("endpoint-ready");

    assertThat(version.told(version.instance(), message)).isFalse();

    assertThat(version.told(version.called("deployment"), "endpoint-ready")).isTrue();
    version.goesOn();
    assertThat(version.told(version.instance(), message)).isFalse();
    assertThat(version.instance()).isEnded().hasPassed("in-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkThresholds", "recordGate2Passed", "writeApprovalRecord"})
  void F02_a_no_that_the_diagram_does_not_know_stops_the_case_before_deployment(String step) {
    Case version = Case.submitted("routine").does(step, no("never-heard-of"));

    assertThatThrownBy(
            () -> {
              version.goesOn();
              approved(version);
            })
        .hasMessageContaining("never-heard-of");

    assertThat(version.instance()).isNotEnded().hasNotPassed("deploy-to-endpoint", "in-service");
    assertThat(version.steps()).doesNotContain(step, "recheckLedger");
  }

  private static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("in training", "readTrainingJob", stillRunning()),
        Arguments.of("in evaluation", "readEvaluationJob", stillRunning()),
        Arguments.of("in the scan", "readScanJob", stillRunning()),
        Arguments.of("in review", "checkImages", Deed.aHighFinding()),
        Arguments.of("before the authorities", "a step that is not reached", stillRunning()));
  }

  private static void approved(Case version) {
    version.decides("ada", List.of(), Map.of("approvals", 1, "refusals", 0, "returns", 0));
  }

  private static void assertNothingIsLeft(Case version, String last) {
    assertThat(version.tasks()).isEmpty();
    assertThat(version.running()).isEmpty();
    assertThat(version.steps()).endsWith(last).doesNotContain("archiveWithResults");
  }
}
