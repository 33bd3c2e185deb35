package io.sallyport.rules.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheHoldOutCanBeJudgedTest {

  private final TheHoldOutCanBeJudged rule = new TheHoldOutCanBeJudged();

  @Test
  void F07_a_hold_out_at_the_limits_can_be_judged() {
    assertThat(rule.check(new HoldOutSize(1_000_000, 268_435_456))).isEmpty();
  }

  @Test
  void F07_a_larger_one_is_named_with_rows_bytes_and_what_to_do() {
    assertThat(rule.check(new HoldOutSize(1_000_001, 268_435_457)))
        .extracting(Finding::toString)
        .containsExactly(
            "training/the-hold-out-can-be-judged: the held-out set is 1000001 rows; the limit is at"
                + " most 1000000: a larger modulus of the split, or a smaller hold-out",
            "training/the-hold-out-can-be-judged: the held-out set is 268435457 bytes of features;"
                + " the limit is at most 268435456: a larger modulus of the split, or a smaller"
                + " hold-out");
  }
}
