package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheEvaluationReadTheFixedSetsTest {

  private final TheEvaluationReadTheFixedSets rule = new TheEvaluationReadTheFixedSets();

  @Test
  void F07_equal_digests_are_the_same_sets() {
    assertThat(rule.check(passing().facts())).isEmpty();
  }

  @Test
  void F07_another_set_than_the_fixed_one_is_refused() {
    assertThat(rule.check(passing().fixed(new FixedSets("a1", "b1")).facts()))
        .extracting(Finding::toString)
        .containsExactly(
            "gate-1/the-evaluation-read-the-fixed-sets: the held-out set is sha256 bb; the limit is"
                + " sha256 b1, fixed before training",
            "gate-1/the-evaluation-read-the-fixed-sets: the training set is sha256 aa; the limit is"
                + " sha256 a1, fixed before training");
  }

  @Test
  void F07_no_digest_equals_nothing() {
    assertThat(rule.check(passing().fixed(new FixedSets("aa", "")).facts())).hasSize(1);
  }
}
