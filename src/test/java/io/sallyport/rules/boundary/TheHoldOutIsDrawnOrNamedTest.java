package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheHoldOutIsDrawnOrNamedTest {

  private final TheHoldOutIsDrawnOrNamed rule = new TheHoldOutIsDrawnOrNamed();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_hold_out_is_the_data_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("hold-out-is-the-data")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-hold-out-is-drawn-or-named: /data/holdout/uri is s3://sen"
                + "tinel-data/uploads/satellite.csv; the limit is another object than the"
                + " data");
  }

  @Test
  void S09_split_beside_a_hold_out_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("split-beside-a-hold-out")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-hold-out-is-drawn-or-named: /data/split is given beside a"
                + " ready hold-out; the limit is either a split rule or a ready hold-out");
  }
}
