package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TheHeldOutSetIsLargeEnoughTest {

  private final TheHeldOutSetIsLargeEnough rule = new TheHeldOutSetIsLargeEnough();

  @Test
  void F08_a_set_at_the_floor_is_large_enough() {
    assertThat(rule.check(passing().rows(300, Map.of()).facts())).isEmpty();
  }

  @Test
  void F08_sonar_is_not_assessable() {
    assertThat(rule.check(passing().rows(41, Map.of("mine", 22L, "rock", 19L)).facts()))
        .hasToString(
            "[gate-1/the-held-out-set-is-large-enough: the held-out set is 41 rows: not assessable;"
                + " the limit is at least 300 rows]");
  }
}
