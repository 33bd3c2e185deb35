package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class HyperparametersAreShortTextsTest {

  private final HyperparametersAreShortTexts rule = new HyperparametersAreShortTexts();

  @Test
  void S07_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S07_hyperparameter_too_long_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-too-long")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/tr"
                + "ees is 2501 characters; the limit is at most 2500 printable characters");
  }

  @Test
  void S07_hyperparameter_that_is_the_label_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-that-is-the-label")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/la"
                + "bel is x1; the limit is said once, by /task and /data");
  }

  @Test
  void S07_hyperparameter_with_a_strange_name_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hyperparameter-with-a-strange-name")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/hyperparameters-are-short-texts: /training/hyperparameters/a "
                + "b is a b; the limit is a name of letters, digits, - and _");
  }
}
