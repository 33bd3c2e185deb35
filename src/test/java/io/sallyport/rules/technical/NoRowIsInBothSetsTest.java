package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoRowIsInBothSetsTest {

  private final NoRowIsInBothSets rule = new NoRowIsInBothSets();
  private final Evaluation.Overlap leaked =
      new Evaluation.Overlap(1, 1381, 1, "0.000725", Optional.empty());

  @Test
  void F08_separate_sets_are_fine() {
    assertThat(rule.check(passing().facts())).isEmpty();
  }

  @Test
  void F08_one_leaked_row_is_one_too_many() {
    assertThat(rule.check(passing().overlap(leaked).facts()))
        .hasToString(
            "[gate-1/no-row-is-in-both-sets: the held-out set is 1 rows whose features are those of"
                + " a training row; the limit is no such row]");
  }
}
