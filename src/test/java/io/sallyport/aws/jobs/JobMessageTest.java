package io.sallyport.aws.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** W1: what a running job says about itself. */
class JobMessageTest {

  @Test
  void W1_the_last_share_and_the_last_line_are_kept_apart() {
    JobMessage message =
        JobMessage.of("reading\nprogress: 0.2\n tree 7 of 30 \nprogress: 0.37\n\n");

    assertThat(message.progress()).isEqualTo(OptionalDouble.of(0.37));
    assertThat(message.lastLogLine()).isEqualTo(Optional.of("tree 7 of 30"));
  }

  @Test
  void W1_a_share_over_one_is_a_line_like_any_other() {
    assertThat(JobMessage.of("progress: 37"))
        .isEqualTo(new JobMessage(OptionalDouble.empty(), Optional.of("progress: 37")));
  }

  @Test
  void W1_nothing_said_is_nothing_known() {
    assertThat(JobMessage.of(null))
        .isEqualTo(new JobMessage(OptionalDouble.empty(), Optional.empty()));
  }
}
