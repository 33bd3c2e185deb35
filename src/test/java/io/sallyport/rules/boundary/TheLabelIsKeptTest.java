package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheLabelIsKeptTest {

  private final TheLabelIsKept rule = new TheLabelIsKept();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_label_dropped_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("label-dropped")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-label-is-kept: /data/dropColumns is land_cover; the limit"
                + " is columns other than the label");
  }
}
