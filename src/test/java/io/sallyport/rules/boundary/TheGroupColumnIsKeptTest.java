package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheGroupColumnIsKeptTest {

  private final TheGroupColumnIsKept rule = new TheGroupColumnIsKept();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_group_column_dropped_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("group-column-dropped")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-group-column-is-kept: /data/groupColumn is scene; the lim"
                + "it is a column that is neither dropped nor the label");
  }

  @Test
  void S09_group_column_is_the_label_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("group-column-is-the-label")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-group-column-is-kept: /data/groupColumn is land_cover; th"
                + "e limit is a column that is neither dropped nor the label");
  }
}
