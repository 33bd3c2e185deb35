package io.sallyport.rules.drift;

import static io.sallyport.rules.drift.Windows.even;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheWindowIsOfTheBaselineTest {

  private final TheWindowIsOfTheBaseline rule = new TheWindowIsOfTheBaseline();

  @Test
  void S18_a_window_in_the_bins_of_the_baseline_is_judged() {
    assertThat(rule.check(Windows.facts(Windows.stable(500)))).isEmpty();
  }

  @Test
  void S18_a_window_of_another_baseline_is_refused() {
    WindowFacts facts = new WindowFacts(Windows.baseline(), "c".repeat(64), Windows.stable(500));

    assertThat(rule.check(facts))
        .containsExactly(new Finding(rule.id(), "the baseline", Windows.BASELINE, "c".repeat(64)));
  }

  @Test
  void S18_a_window_with_other_bins_is_refused_whatever_it_says() {
    Window other = Windows.window(even(50), List.of(500L), List.of(500L), List.of());

    assertThat(rule.check(Windows.facts(other)))
        .extracting(Finding::subject)
        .containsExactly("bins of the features", "bins of the answers", "bins of the confidence");
  }
}
