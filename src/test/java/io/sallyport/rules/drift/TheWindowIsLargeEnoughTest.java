package io.sallyport.rules.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheWindowIsLargeEnoughTest {

  private final TheWindowIsLargeEnough rule = new TheWindowIsLargeEnough();

  @Test
  void S18_500_rows_are_judged() {
    assertThat(rule.check(Windows.facts(Windows.stable(500)))).isEmpty();
  }

  @Test
  void S18_fewer_rows_say_nothing() {
    assertThat(rule.check(Windows.facts(Windows.stable(490))))
        .containsExactly(new Finding(rule.id(), "the window", "490 rows", "at least 500 rows"));
  }
}
