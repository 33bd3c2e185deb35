package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroundsAreStatedTest {

  private final GroundsAreStated rule = new GroundsAreStated();

  @Test
  void S12_grounds_of_ten_characters_are_enough() {
    assertThat(rule.check(DecisionExample.withGrounds("x".repeat(10)))).isEmpty();
    assertThat(rule.check(DecisionExample.withGrounds("x".repeat(2_000)))).isEmpty();
  }

  @Test
  void S12_shorter_longer_or_blank_grounds_are_refused() {
    assertThat(rule.check(DecisionExample.withGrounds("x".repeat(9))))
        .hasToString(
            "[authorization/grounds-are-stated: grounds is 9 characters; the limit is 10 to 2000"
                + " characters]");
    assertThat(rule.check(DecisionExample.withGrounds("x".repeat(2_001)))).hasSize(1);
    assertThat(rule.check(DecisionExample.withGrounds(" ".repeat(50)))).hasSize(1);
  }
}
