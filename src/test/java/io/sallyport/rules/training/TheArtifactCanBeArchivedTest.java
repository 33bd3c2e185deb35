package io.sallyport.rules.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TheArtifactCanBeArchivedTest {

  private final TheArtifactCanBeArchived rule = new TheArtifactCanBeArchived();

  @Test
  void S09_what_one_request_takes_can_be_archived() {
    assertThat(rule.check(trained(OptionalLong.of(5_368_709_120L)))).isEmpty();
  }

  @Test
  void S09_one_byte_more_is_told_with_value_and_limit() {
    assertThat(rule.check(trained(OptionalLong.of(5_368_709_121L))))
        .hasToString(
            "[training/the-artifact-can-be-archived: the artifact of train-1 is 5368709121 bytes;"
                + " the limit is at most 5368709120 bytes]");
  }

  @Test
  void S09_where_nothing_was_trained_nothing_is_too_large() {
    assertThat(rule.check(trained(OptionalLong.empty()))).isEmpty();
  }

  private static JobFacts trained(OptionalLong artifactBytes) {
    return new JobFacts("train-1", "COMPLETED", Optional.empty(), artifactBytes);
  }
}
