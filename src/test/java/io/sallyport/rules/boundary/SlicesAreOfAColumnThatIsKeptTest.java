package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class SlicesAreOfAColumnThatIsKeptTest {

  private final SlicesAreOfAColumnThatIsKept rule = new SlicesAreOfAColumnThatIsKept();

  @Test
  void S09_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S09_slice_by_a_dropped_column_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("slice-by-a-dropped-column")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/slices-are-of-a-column-that-is-kept: /evaluation/metrics/0/sl"
                + "ice/column is x1; the limit is a column that is not dropped");
  }
}
