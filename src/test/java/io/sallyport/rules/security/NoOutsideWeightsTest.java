package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoOutsideWeightsTest {

  private final NoOutsideWeights rule = new NoOutsideWeights();

  @Test
  void S03_a_submission_without_outside_weights_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S03_outside_weights_are_refused_by_name() {
    assertThat(rule.check(Examples.facts(Examples.scan(), List.of("s3://x/weights"))))
        .hasToString(
            "[gate-2/no-outside-weights: outside weights is s3://x/weights; the limit is none: no"
                + " import process exists]");
  }
}
