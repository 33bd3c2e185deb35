package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every path of {@code training-run}; its waits are in {@link WaitsTest}, its broken jobs in {@link
 * BrokenJobsTest}.
 */
@ExtendWith(OnEngine.class)
class TrainingRunPathsTest {

  @Test
  void S05_exact_data_are_processed_trained_and_registered() {
    Case run = Case.of("training-run", "routine").goesOn();

    assertThat(run.instance())
        .isEnded()
        .hasPassed("model-registered")
        .hasNotPassed("processing-job-finished", "training-job-finished");
    assertThat(run.steps())
        .containsExactly(
            "checkBoundary",
            "copyExactVersions",
            "startProcessingJob",
            "readProcessingJob",
            "fixHeldOutSet",
            "startTrainingJob",
            "readTrainingJob",
            "recordLineage",
            "registerModelPackage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkBoundary", "fixHeldOutSet", "readTrainingJob"})
  void S05_what_cannot_be_accepted_is_rejected_archived_and_not_registered(String step) {
    Case version = Case.submitted("routine").does(step, no("training-rejected")).goesOn();

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder("training-rejected", "archive-with-results", "archived")
        .hasNotPassed("gate-failed", "pass-gate-1", "deploy-to-endpoint");
    assertThat(version.steps())
        .doesNotContain(step, "registerModelPackage")
        .endsWith("archiveWithResults");
  }

  @Test
  void F02_a_rejection_that_nobody_catches_does_not_end_the_run_as_if_all_were_well() {
    Case alone = Case.of("training-run", "routine").does("checkBoundary", no("training-rejected"));

    assertThatThrownBy(alone::goesOn).hasMessageContaining("training-rejected");

    assertThat(alone.instance())
        .isNotEnded()
        .isWaitingAtExactly("check-boundary")
        .hasNotPassed("copy-exact-versions", "model-registered");
  }
}
