package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class MetricsAreKnownTest {

  private final MetricsAreKnown rule = new MetricsAreKnown();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_metric_unknown_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("metric-unknown")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/metrics-are-known: /evaluation/metrics/0/name is vibes; the l"
                + "imit is one of accuracy, balanced-accuracy, macro-f1, weighted-f1, f1:"
                + "<class>, recall:<class>, auroc, log-loss, expected-calibration-error");
  }

  @Test
  void S09_metric_of_the_other_task_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("metric-of-the-other-task")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/metrics-are-known: /evaluation/metrics/0/name is rmse; the li"
                + "mit is one of accuracy, balanced-accuracy, macro-f1, weighted-f1, f1:<"
                + "class>, recall:<class>, auroc, log-loss, expected-calibration-error");
  }

  @Test
  void S09_metric_of_a_class_without_one_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("metric-of-a-class-without-one")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/metrics-are-known: /evaluation/metrics/0/name is recall; the "
                + "limit is one of accuracy, balanced-accuracy, macro-f1, weighted-f1, f1"
                + ":<class>, recall:<class>, auroc, log-loss, expected-calibration-error");
  }
}
