package io.sallyport.rules.technical;

import static io.sallyport.rules.technical.FactsForGate1.passing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LooksStayInTheBudgetTest {

  private final LooksStayInTheBudget rule = new LooksStayInTheBudget();

  @Test
  void F08_the_tenth_look_is_the_last() {
    assertThat(rule.check(passing().look(10).facts())).isEmpty();
  }

  @Test
  void F08_the_eleventh_look_is_refused_and_says_how_to_go_on() {
    assertThat(rule.check(passing().look(11).facts()))
        .hasToString(
            "[gate-1/looks-stay-in-the-budget: this look at the held-out set is number 11; the"
                + " limit is 10 looks; for a fresh held-out set name another remainder of the split"
                + " or a ready held-out set, with more than half of its rows never held out"
                + " before]");
  }

  @Test
  void F08_a_look_that_nobody_counted_does_not_count() {
    assertThat(rule.check(passing().look(0).facts()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo("not counted"));
  }
}
