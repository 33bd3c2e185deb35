package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ColumnKindsAreKnownTest {

  private final ColumnKindsAreKnown rule = new ColumnKindsAreKnown();

  @Test
  void S07_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S07_column_kind_of_a_dropped_column_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("column-kind-of-a-dropped-column")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/column-kinds-are-known: /data/columns/x1 is dropped; the limi"
                + "t is a column that is not dropped");
  }

  @Test
  void S07_column_kind_of_the_label_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("column-kind-of-the-label")))
        .hasToString(
            "[boundary/column-kinds-are-known: /data/columns/land_cover is the label; the limit is"
                + " a column to learn from]");
  }

  @Test
  void S07_more_names_than_a_hyperparameter_holds_are_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("column-kinds-of-too-many-names")))
        .hasToString(
            "[boundary/column-kinds-are-known: /data/columns is 2746 characters of names of"
                + " categorical columns; the limit is at most 2500 characters, as SageMaker hands"
                + " them to the training image]");
  }
}
