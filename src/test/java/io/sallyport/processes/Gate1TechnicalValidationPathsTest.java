package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every path of {@code gate-1-technical-validation}; its waits are in {@link WaitsTest}, its broken
 * jobs in {@link BrokenJobsTest}.
 */
@ExtendWith(OnEngine.class)
class Gate1TechnicalValidationPathsTest {

  private static final String GATE = "gate-1-technical-validation";

  @Test
  void S09_a_model_that_is_proven_passes() {
    Case gate = Case.of(GATE, "routine").goesOn();

    assertThat(gate.instance())
        .isEnded()
        .hasPassedInOrder("look-up-floors", "check-thresholds", "gate-1-passed")
        .hasNotPassed("not-proven", "gate-1-failed");
    assertThat(gate.steps())
        .containsExactly(
            "createEvaluationModel",
            "startTransformJob",
            "readTransformJob",
            "startEvaluationJob",
            "readEvaluationJob",
            "checkThresholds");
  }

  @Test
  void S09_a_model_that_is_not_proven_fails_the_gate_and_is_archived() {
    Case version = Case.submitted("routine").does("checkThresholds", no("gate-failed")).goesOn();

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("gate-failed", "archive-with-results", "archived")
        .hasNotPassed("pass-gate-2", "deploy-to-endpoint");
    assertThat(version.steps()).endsWith("readEvaluationJob", "archiveWithResults");
    assertThat(Engine.shared().visits(version, GATE))
        .contains("not-proven", "gate-1-failed")
        .doesNotContain("gate-1-passed");
  }

  @ParameterizedTest
  @CsvSource({
    "routine,     0.70, 0.60, 0.60, 0.70, 0.30",
    "significant, 0.80, 0.75, 0.75, 0.80, 0.50",
    "critical,    0.85, 0.80, 0.80, 0.85, 0.70",
    "unheard-of,  0.85, 0.80, 0.80, 0.85, 0.70"
  })
  void S09_the_tier_sets_the_floors_and_an_unknown_one_needs_the_most(
      String tier, String accuracy, String balanced, String f1, String auroc, String r2) {
    List<Object> floors = new ArrayList<>();
    Case.of(GATE, tier)
        .does("checkThresholds", execution -> floors.add(execution.getVariable("floors")))
        .goesOn();

    assertThat(floors)
        .containsExactly(
            List.of(
                Map.of(
                    "minimumRows", 300,
                    "minimumRowsPerClass", 30,
                    "minimumAccuracy", accuracy,
                    "minimumBalancedAccuracy", balanced,
                    "minimumMacroF1", f1,
                    "minimumAuroc", auroc,
                    "minimumR2", r2,
                    "maximumNearDuplicateShare", "0.005",
                    "maximumLooks", 10)));
  }
}
