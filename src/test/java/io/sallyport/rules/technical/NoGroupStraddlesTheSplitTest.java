package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoGroupStraddlesTheSplitTest {

  private final NoGroupStraddlesTheSplit rule = new NoGroupStraddlesTheSplit();

  @Test
  void F08_groups_on_one_side_are_fine() {
    assertThat(rule.check(groups(Optional.of(0L)))).isEmpty();
  }

  @Test
  void F08_a_column_that_the_model_does_not_see_was_checked_by_the_processing_job() {
    assertThat(rule.check(groups(Optional.empty()))).isEmpty();
  }

  @Test
  void F08_a_group_on_both_sides_is_a_leak() {
    assertThat(rule.check(groups(Optional.of(2L))))
        .hasToString(
            "[gate-1/no-group-straddles-the-split: the group column field is 2 groups with rows in"
                + " both sets; the limit is no group in both sets]");
  }

  private static TechnicalFacts groups(Optional<Long> both) {
    EvaluationPlan plan =
        new EvaluationPlan("label", "classification", List.of(), Optional.of("field"), 1);
    return passing()
        .asking(plan)
        .overlap(new Evaluation.Overlap(0, 10, 0, "0.000000", both))
        .facts();
  }
}
