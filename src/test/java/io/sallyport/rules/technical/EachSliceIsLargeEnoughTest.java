package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.PROVEN;
import static io.sallyport.rules.technical.FactsForGate1.passing;
import static io.sallyport.rules.technical.FactsForGate1.plan;
import static io.sallyport.rules.technical.FactsForGate1.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EachSliceIsLargeEnoughTest {

  private final EachSliceIsLargeEnough rule = new EachSliceIsLargeEnough();

  private static final Slice NORTH = new Slice("region", "north");
  private static final Slice SOUTH = new Slice("region", "south");

  @Test
  void F08_a_slice_at_the_floor_is_large_enough() {
    assertThat(check(new Evaluation.SliceRows(NORTH, 30))).isEmpty();
  }

  @Test
  void F08_a_slice_that_nobody_asked_for_may_be_small() {
    assertThat(check(new Evaluation.SliceRows(NORTH, 30), new Evaluation.SliceRows(SOUTH, 1)))
        .isEmpty();
  }

  @Test
  void F08_a_slice_of_the_plan_that_was_not_counted_is_not_assessable() {
    assertThat(check(new Evaluation.SliceRows(SOUTH, 30)))
        .hasToString(
            "[gate-1/each-slice-is-large-enough: slice region = north is 0 held-out rows: not"
                + " assessable; the limit is at least 30 rows of each slice]");
  }

  @Test
  void F08_a_small_slice_is_not_assessable() {
    assertThat(check(new Evaluation.SliceRows(NORTH, 29)))
        .hasToString(
            "[gate-1/each-slice-is-large-enough: slice region = north is 29 held-out rows: not"
                + " assessable; the limit is at least 30 rows of each slice]");
  }

  /** The plan asks for the slice twice, in the north. */
  private List<Finding> check(Evaluation.SliceRows... counted) {
    EvaluationPlan plan =
        plan(
            request("accuracy", "0.85"),
            new RequestedMetric("accuracy", "0.80", Optional.of(NORTH)),
            new RequestedMetric("recall:grey_soil", "0.80", Optional.of(NORTH)));
    return rule.check(passing().asking(plan, PROVEN).slices(counted).facts());
  }
}
