package io.sallyport.rules.drift;

import static io.sallyport.rules.drift.Windows.baseline;
import static io.sallyport.rules.drift.Windows.crowded;
import static io.sallyport.rules.drift.Windows.even;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.drift.DriftVerdict.Shifted;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftVerdictTest {

  private static final List<Long> ANSWERS = List.of(250L, 250L, 0L, 0L);

  @Test
  void S18_a_window_like_the_baseline_is_stable() {
    DriftVerdict verdict = DriftVerdict.of(baseline(), Windows.stable(500));

    assertThat(verdict.level()).isEqualTo(DriftLevel.STABLE);
    assertThat(verdict.shifted()).isEmpty();
  }

  @Test
  void S18_the_feature_that_moved_is_named_with_how_far() {
    Window moved = Windows.window(even(50), crowded(500), ANSWERS, even(50));

    DriftVerdict verdict = DriftVerdict.of(baseline(), moved);

    assertThat(verdict.level()).isEqualTo(DriftLevel.MAJOR);
    assertThat(verdict.shifted()).extracting(Shifted::subject).containsExactly("feature x2");
    assertThat(verdict.shifted().get(0).p()).isEqualTo("0.000000");
  }

  @Test
  void S18_answers_and_confidence_are_judged_by_themselves() {
    Window moved = Windows.window(even(50), even(50), List.of(400L, 100L, 0L, 0L), crowded(500));

    DriftVerdict verdict = DriftVerdict.of(baseline(), moved);

    assertThat(verdict.shifted())
        .extracting(Shifted::subject)
        .containsExactlyInAnyOrder("answers", "confidence");
  }

  @Test
  void S18_a_class_that_was_never_answered_before_is_seen() {
    Window moved = Windows.window(even(50), even(50), List.of(200L, 200L, 100L, 0L), even(50));

    assertThat(DriftVerdict.of(baseline(), moved).shifted())
        .extracting(Shifted::subject, Shifted::level)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("answers", DriftLevel.MAJOR));
  }
}
