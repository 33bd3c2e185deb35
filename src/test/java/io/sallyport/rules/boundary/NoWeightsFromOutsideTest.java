package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class NoWeightsFromOutsideTest {

  private final NoWeightsFromOutside rule = new NoWeightsFromOutside();

  @Test
  void S03_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S03_weights_from_a_hub_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("weights-from-a-hub")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/no-weights-from-outside: /training/hyperparameters/model_id i"
                + "s bert-base-uncased; the limit is nothing from outside: no import auth"
                + "orization covers it");
  }

  @Test
  void S03_weights_by_http_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("weights-by-http")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/no-weights-from-outside: /training/hyperparameters/start is h"
                + "ttps://example.org/model.bin; the limit is nothing from outside: no im"
                + "port authorization covers it");
  }

  @Test
  void S03_weights_by_s3_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("weights-by-s3")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/no-weights-from-outside: /training/hyperparameters/start is s"
                + "3://other/model.tar.gz; the limit is nothing from outside: no import a"
                + "uthorization covers it");
  }

  @Test
  void S03_gate_2_is_told_what_the_submission_names() {
    assertThat(NoWeightsFromOutside.namedBy(Examples.good().submission())).isEmpty();
    assertThat(NoWeightsFromOutside.namedBy(Examples.leaking("weights-from-a-hub").submission()))
        .containsExactly("model_id: bert-base-uncased");
  }
}
