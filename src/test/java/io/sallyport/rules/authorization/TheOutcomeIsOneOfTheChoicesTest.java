package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheOutcomeIsOneOfTheChoicesTest {

  private final TheOutcomeIsOneOfTheChoices rule = new TheOutcomeIsOneOfTheChoices();

  @Test
  void S12_an_offered_choice_is_taken() {
    assertThat(rule.check(DecisionExample.byAlice())).isEmpty();
  }

  @Test
  void S12_another_word_is_refused_and_the_choices_are_named() {
    assertThat(rule.check(DecisionExample.withOutcome("promote")))
        .hasToString(
            "[authorization/the-outcome-is-one-of-the-choices: outcome is promote; the limit is"
                + " one of authorize, deny]");
  }

  @Test
  void S12_silence_is_no_choice() {
    assertThat(rule.check(DecisionExample.withOutcome("")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo("not chosen"));
  }
}
