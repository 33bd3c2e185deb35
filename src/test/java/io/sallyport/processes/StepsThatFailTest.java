package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Technical trouble is nobody's answer: it is tried again, and then waits for a person. */
@ExtendWith(OnEngine.class)
class StepsThatFailTest {

  private final Incidents incidents = Engine.shared().bean(Incidents.class);

  @ParameterizedTest
  @CsvSource({
    "model-authorization,         checkBoundary,      check-boundary",
    "training-run,                startTrainingJob,   start-training-job",
    "gate-1-technical-validation, startEvaluationJob, start-evaluation-job",
    "gate-2-security-review,      startScanJob,       start-scan-job",
    "gate-3-authorization,        nameTheAuthorities, name-the-authorities",
    "deployment,                  createEndpoint,     create-endpoint",
    "emergency-stop,              stopTraffic,        stop-traffic",
    "reauthorization,             gatherEvidence,     gather-evidence"
  })
  void C01_a_step_is_tried_5_times_then_waits_for_a_person_and_goes_on_when_retried(
      String process, String step, String activity) {
    Case failing = Case.of(process, "routine").does(step, troubles(Case.TRIES)).goesOn();
    for (int tries = 2; tries < Case.TRIES; tries++) failing.after(Case.UNTIL_THE_NEXT_TRY);
    assertThat(incidents.about(failing.key())).as("after 4 tries").isEmpty();

    failing.after(Case.UNTIL_THE_NEXT_TRY);
    Trouble incident = incidents.about(failing.key()).orElseThrow();
    assertThat(incident.activity()).isEqualTo(activity);
    assertThat(incident.cause()).isEqualTo("the service is out of order");
    assertThat(incident.tries()).as("what the page says").isEqualTo(Case.TRIES);
    failing.after(Duration.ofDays(1));
    assertThat(failing.steps()).doesNotContain(step);

    incidents.retry(incident.id(), "olga", "Olga Ortiz", "The service works again.");
    failing.goesOn();
    assertThat(failing.steps()).containsOnlyOnce(step);
    assertThat(incidents.about(failing.key())).isEmpty();
    assertThat(retried(failing)).map(Retried::passed).contains(true);
  }

  private Optional<Retried> retried(Case failing) {
    return incidents
        .retried(ClockUtil.now().toInstant().minus(Duration.ofHours(1)), Set.of("sentinel"))
        .stream()
        .filter(retry -> retry.modelVersion().equals(failing.key()))
        .findFirst();
  }

  private static Deed[] troubles(int times) {
    return Stream.generate(Deed::trouble).limit(times).toArray(Deed[]::new);
  }
}
