package io.sallyport.rules.drift;

import static io.sallyport.rules.drift.DriftLevel.ALARM;
import static io.sallyport.rules.drift.DriftLevel.MAJOR;
import static io.sallyport.rules.drift.DriftLevel.STABLE;
import static io.sallyport.rules.drift.DriftLevel.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriftLevelTest {

  @Test
  void S18_one_window_alone_says_nothing() {
    assertThat(DriftLevel.persisting(List.of(MAJOR))).isEqualTo(STABLE);
    assertThat(DriftLevel.persisting(List.of(STABLE, MAJOR, STABLE))).isEqualTo(STABLE);
    assertThat(DriftLevel.persisting(List.of())).isEqualTo(STABLE);
  }

  @Test
  void S18_two_of_three_decide_by_the_lower_of_the_two_highest() {
    assertThat(DriftLevel.persisting(List.of(MAJOR, STABLE, ALARM))).isEqualTo(ALARM);
    assertThat(DriftLevel.persisting(List.of(MAJOR, MAJOR, WATCH))).isEqualTo(MAJOR);
    assertThat(DriftLevel.persisting(List.of(WATCH, STABLE, MAJOR))).isEqualTo(WATCH);
  }

  @Test
  void S18_a_window_says_no_more_than_it_reaches_itself() {
    assertThat(DriftLevel.persisting(List.of(STABLE, MAJOR, MAJOR))).isEqualTo(STABLE);
    assertThat(DriftLevel.persisting(List.of(WATCH, MAJOR, MAJOR))).isEqualTo(WATCH);
  }

  @Test
  void S18_a_shift_that_is_no_chance_is_named_by_its_size() {
    assertThat(DriftLevel.ofShift(0.0999)).isEqualTo(WATCH);
    assertThat(DriftLevel.ofShift(0.1)).isEqualTo(ALARM);
    assertThat(DriftLevel.ofShift(0.25)).isEqualTo(MAJOR);
  }
}
