package io.sallyport.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TriedTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void W1_the_result_of_a_retry_is_what_became_of_its_step() {
    assertThat(result(retried(true, false), List.of())).isEqualTo("Step finished");
    assertThat(result(retried(false, true), List.of())).isEqualTo("Failed again");
    assertThat(result(retried(false, false), List.of(trouble(0)))).isEqualTo("Failed again");
    assertThat(result(retried(false, false), List.of(trouble(1)))).isEqualTo("Being tried now");
  }

  @Test
  void W1_a_retry_whose_step_is_gone_without_having_passed_is_not_being_tried() {
    assertThat(result(retried(false, false), List.of())).isEqualTo("Its case went another way");
  }

  private static String result(Retried retried, List<Trouble> open) {
    return Tried.of(retried, open, NOW).result();
  }

  private static Retried retried(boolean passed, boolean repeated) {
    return new Retried(
        "job", "cover-1", "sentinel", "start-scan-job", "Olga", "It works.", NOW, passed, repeated);
  }

  private static Trouble trouble(int triesLeft) {
    return new Trouble(
        "job",
        "instance",
        "gate-2-security-review",
        "start-scan-job",
        "Start the scan job",
        "cover-1",
        "sentinel",
        "no answer",
        5,
        triesLeft,
        NOW,
        Optional.empty());
  }
}
