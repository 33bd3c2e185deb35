package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EachClassIsLargeEnoughTest {

  private final EachClassIsLargeEnough rule = new EachClassIsLargeEnough();

  @Test
  void F08_classes_at_the_floor_are_large_enough() {
    assertThat(rule.check(passing().rows(300, Map.of("a", 30L, "b", 270L)).facts())).isEmpty();
  }

  @Test
  void F08_each_class_below_the_floor_is_named() {
    assertThat(rule.check(passing().rows(300, Map.of("a", 29L, "b", 0L, "c", 271L)).facts()))
        .extracting(Finding::toString)
        .containsExactly(
            "gate-1/each-class-is-large-enough: class a is 29 held-out rows: not assessable;"
                + " the limit is at least 30 rows of each class",
            "gate-1/each-class-is-large-enough: class b is 0 held-out rows: not assessable;"
                + " the limit is at least 30 rows of each class");
  }

  @Test
  void F08_one_class_alone_is_nothing_to_tell_apart() {
    assertThat(rule.check(passing().rows(300, Map.of("a", 300L)).facts()))
        .hasToString(
            "[gate-1/each-class-is-large-enough: the label is 1 classes: not assessable;"
                + " the limit is at least 2 classes]");
  }

  @Test
  void F08_a_regression_has_no_classes() {
    EvaluationPlan numbers =
        new EvaluationPlan("price", EvaluationPlan.REGRESSION, List.of(), Optional.empty(), 1);

    assertThat(rule.check(passing().asking(numbers).rows(300, Map.of()).facts())).isEmpty();
  }
}
