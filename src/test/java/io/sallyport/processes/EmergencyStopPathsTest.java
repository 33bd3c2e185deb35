package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of {@code emergency-stop}. */
@ExtendWith(OnEngine.class)
class EmergencyStopPathsTest {

  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void S14_the_traffic_stops_before_anybody_is_asked() {
    Case stop = stopped();

    assertThat(stop.instance()).isWaitingAtExactly("decide-after-stop");
    assertThat(stop.steps()).containsExactly("stopTraffic");
  }

  @Test
  void S14_a_restoration_checks_the_ledger_again_first() {
    Case stop = decided(stopped(), "restore");

    assertThat(stop.instance())
        .isEnded()
        .hasPassedInOrder("recheck-ledger", "restore-traffic", "restored")
        .hasNotPassed("retire-endpoint", "ledger-refused");
    assertThat(stop.steps())
        .containsExactly("stopTraffic", "signatureRecorded", "recheckLedger", "restoreTraffic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retire", "something else"})
  void S14_whatever_is_not_a_restoration_retires(String outcome) {
    Case stop = decided(stopped(), outcome);

    assertThat(stop.instance())
        .isEnded()
        .hasPassedInOrder("retire-endpoint", "retired")
        .hasNotPassed("recheck-ledger", "restore-traffic");
    assertThat(stop.steps()).endsWith("signatureRecorded", "retireEndpoint");
  }

  @Test
  void S14_what_the_ledger_refuses_stays_stopped_and_is_decided_again() {
    Case stop = decided(stopped().does("recheckLedger", no("deployment-refused")), "restore");

    assertThat(stop.instance())
        .isWaitingAtExactly("decide-after-stop")
        .hasPassedInOrder("ledger-refused", "raise-security-alert")
        .hasNotPassed("restore-traffic");

    decided(stop, "retire");
    assertThat(stop.instance()).isEnded().hasPassed("retired").hasNotPassed("restored");
  }

  @Test
  void S14_what_the_ledger_refuses_at_the_last_moment_stays_stopped_and_is_decided_again() {
    Case stop = decided(stopped().does("restoreTraffic", no("deployment-refused")), "restore");

    assertThat(stop.instance())
        .isWaitingAtExactly("decide-after-stop")
        .hasPassedInOrder("recheck-ledger", "restoration-refused", "raise-security-alert")
        .hasNotPassed("restored");

    decided(stop, "retire");
    assertThat(stop.instance()).isEnded().hasPassed("retired").hasNotPassed("restored");
  }

  @Test
  void S14_after_24_hours_it_is_escalated_once_and_stays_stopped() {
    Case stop = stopped().after(DAY.minusSeconds(1));
    assertThat(stop.steps()).doesNotContain("escalateStop");

    stop.after(Duration.ofSeconds(1));
    assertThat(stop.instance()).isWaitingAtExactly("decide-after-stop").hasPassed("escalated");

    stop.after(Duration.ofDays(60));
    assertThat(stop.instance()).isWaitingAtExactly("decide-after-stop");
    assertThat(stop.steps()).containsExactly("stopTraffic", "escalateStop");

    decided(stop, "restore");
    assertThat(stop.instance()).isEnded().hasPassed("restored");
  }

  @Test
  void F02_without_a_recorded_signature_it_stays_stopped() {
    Case stop = stopped().does("signatureRecorded", Deed.trouble());

    assertThatThrownBy(() -> decided(stop, "restore")).hasRootCauseInstanceOf(Deed.Trouble.class);

    assertThat(stop.instance()).isWaitingAtExactly("decide-after-stop");
  }

  private static Case stopped() {
    return Case.of("emergency-stop", "routine").goesOn();
  }

  private static Case decided(Case stop, String outcome) {
    return stop.decides("ada", List.of(AllIsWell.OFFICIALS), Map.of("outcome", outcome));
  }
}
