package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.boundary.Submission.DataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** P1: what a training image is told of the columns whose numbers are only names. */
class CategoricalColumnsTest {

  @Test
  void P1_names_are_a_sorted_JSON_list_and_other_kinds_are_left_out() {
    assertThat(of(Map.of("zone", "categorical", "a \"b\"", "categorical", "size", "numeric")))
        .contains("[\"a \\\"b\\\"\",\"zone\"]");
  }

  @Test
  void P1_without_such_a_column_nothing_is_told() {
    assertThat(of(Map.of("size", "numeric"))).isEmpty();
  }

  private static Optional<String> of(Map<String, String> columns) {
    DataSource good = Examples.good().submission().data();
    return CategoricalColumns.of(
        new DataSource(
            good.source(),
            good.label(),
            good.delimiter(),
            columns,
            good.groupColumn(),
            List.of(),
            good.split(),
            good.holdout()));
  }
}
