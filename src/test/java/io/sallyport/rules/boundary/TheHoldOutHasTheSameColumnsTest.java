package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheHoldOutHasTheSameColumnsTest {

  private static final LiveFacts.Header DATA = Examples.header("/data/source", "a", "b", "kind");

  private final TheHoldOutHasTheSameColumns rule = new TheHoldOutHasTheSameColumns();

  @Test
  void S05_the_same_columns_in_another_order_pass() {
    assertThat(rule.check(Examples.good(with("kind", "b", "a")))).isEmpty();
  }

  @Test
  void S05_without_a_look_at_aws_or_a_hold_out_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
    assertThat(rule.check(Examples.good(Examples.liveWith(DATA)))).isEmpty();
  }

  @Test
  void S05_what_is_missing_and_what_is_foreign_is_named_at_once() {
    assertThat(rule.check(Examples.good(with("kind", "c"))))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-hold-out-has-the-same-columns: /data/holdout is without 'a', 'b'; the"
                + " limit is every column of the data",
            "boundary/the-hold-out-has-the-same-columns: /data/holdout is with 'c'; the limit is"
                + " no other than the data has");
  }

  private static LiveFacts with(String... holdout) {
    return Examples.liveWith(DATA, Examples.header("/data/holdout", holdout));
  }
}
