package io.sallyport.rules.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TheJobCompletesTest {

  private final TheJobCompletes rule = new TheJobCompletes();

  @Test
  void S05_a_completed_job_holds() {
    assertThat(rule.check(ended("COMPLETED", Optional.empty()))).isEmpty();
  }

  @Test
  void S05_a_failed_or_stopped_job_is_named_with_its_reason() {
    assertThat(rule.check(ended("FAILED", Optional.of("out of memory"))))
        .hasToString(
            "[training/the-job-completes: train-1 is FAILED: out of memory; the limit is"
                + " COMPLETED]");
    assertThat(rule.check(ended("STOPPED", Optional.empty())))
        .hasToString(
            "[training/the-job-completes: train-1 is STOPPED: no reason given; the limit is"
                + " COMPLETED]");
  }

  private static JobFacts ended(String state, Optional<String> failureReason) {
    return new JobFacts("train-1", state, failureReason, OptionalLong.empty());
  }
}
