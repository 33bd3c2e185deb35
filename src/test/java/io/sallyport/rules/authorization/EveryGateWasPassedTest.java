package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EveryGateWasPassedTest {

  private final EveryGateWasPassed rule = new EveryGateWasPassed();

  @Test
  void S09_both_gates_passed_by_this_artifact_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void F02_gates_passed_by_another_artifact_do_not_count() {
    assertThat(
            rule.check(
                AuthorizationExample.passed(
                    List.of(
                        new GatePassed(1, AuthorizationExample.OTHER),
                        new GatePassed(2, AuthorizationExample.DIGEST)))))
        .hasToString(
            "[authorization/every-gate-was-passed: gate 1 is not passed; the limit is passed by"
                + " SHA-256 "
                + AuthorizationExample.DIGEST
                + "]");
  }

  @Test
  void F02_without_facts_no_gate_was_passed() {
    assertThat(rule.check(AuthorizationExample.passed(List.of()))).hasSize(2);
  }
}
