package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EachSliceIsLargeEnoughTest {

  private final EachSliceIsLargeEnough rule = new EachSliceIsLargeEnough();

  private static final Slice NORTH = new Slice("region", "north");

  @Test
  void F08_a_slice_at_the_floor_is_large_enough() {
    assertThat(rule.check(passing().slices(new Evaluation.SliceRows(NORTH, 30)).facts())).isEmpty();
  }

  @Test
  void F08_a_small_slice_is_not_assessable() {
    assertThat(rule.check(passing().slices(new Evaluation.SliceRows(NORTH, 29)).facts()))
        .hasToString(
            "[gate-1/each-slice-is-large-enough: slice region = north is 29 held-out rows: not"
                + " assessable; the limit is at least 30 rows of each slice]");
  }
}
