package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TheVersionHasNotEndedTest {

  private final TheVersionHasNotEnded rule = new TheVersionHasNotEnded();

  @Test
  void S09_a_version_without_an_ending_holds() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S09_a_version_that_failed_a_gate_is_never_promoted() {
    assertThat(rule.check(AuthorizationExample.ended(Set.of("gate-1-failed"))))
        .hasToString(
            "[authorization/the-version-has-not-ended: the version is gate-1-failed; the limit is"
                + " a version that has not ended]");
  }
}
