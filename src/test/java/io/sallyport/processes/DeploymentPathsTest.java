package io.sallyport.processes;

import static io.sallyport.processes.Deed.no;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path of {@code deployment}; its wait is in {@link WaitsTest}. */
@ExtendWith(OnEngine.class)
class DeploymentPathsTest {

  @Test
  void S13_S16_the_ledger_is_checked_first_and_bounds_are_set_last() {
    Case deployment = Case.of("deployment", "routine").goesOn();

    assertThat(deployment.instance())
        .isEnded()
        .hasPassed("deployed")
        .hasNotPassed("endpoint-ready");
    assertThat(deployment.steps())
        .containsExactly(
            "recheckLedger",
            "createModel",
            "createEndpointConfiguration",
            "createEndpoint",
            "readEndpoint",
            "verifyAnswers",
            "setScalingBounds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"recheckLedger", "readEndpoint", "verifyAnswers"})
  void F02_S14_a_refused_deployment_raises_an_alert_and_nobody_may_invoke(String step) {
    Case version = Case.submitted("routine").does(step, no("deployment-refused")).goesOn();

    version.decides("ada", List.of(), Map.of("approvals", 1, "refusals", 0, "returns", 0));

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder(
            "deployment-refused", "raise-security-alert", "remove-refused-endpoint", "not-deployed")
        .hasNotPassed(
            "open-service-period", "permit-invocation", "retire-predecessor", "in-service");
    assertThat(version.steps())
        .endsWith("raiseSecurityAlert", "removeRefusedEndpoint")
        .doesNotContain("setScalingBounds");
  }

  @Test
  void S13_S14_what_the_ledger_refuses_at_the_last_moment_gets_no_period() {
    Case version =
        Case.submitted("routine").does("openServicePeriod", no("deployment-refused")).goesOn();

    version.decides("ada", List.of(), Map.of("approvals", 1, "refusals", 0, "returns", 0));

    assertThat(version.instance())
        .isEnded()
        .hasPassedInOrder(
            "opening-refused", "raise-security-alert", "remove-refused-endpoint", "not-deployed")
        .hasNotPassed("permit-invocation", "retire-predecessor", "in-service");
    assertThat(version.steps()).endsWith("raiseSecurityAlert", "removeRefusedEndpoint");
  }
}
