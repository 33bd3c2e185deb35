package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final Instant STATED = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-25T18:00:00Z");

  @Test
  void F31_what_was_recorded_more_than_a_minute_later_has_a_second_time() {
    assertThat(Moment.later(STATED, STATED.plusSeconds(60), NOW)).isEmpty();
    assertThat(Moment.later(STATED, STATED.plusSeconds(240), NOW))
        .map(Moment::day)
        .contains("Nov 25, 12:04");
  }
}
