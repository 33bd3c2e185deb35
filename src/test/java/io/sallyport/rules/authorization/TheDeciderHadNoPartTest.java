package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TheDeciderHadNoPartTest {

  private final TheDeciderHadNoPart rule = new TheDeciderHadNoPart();

  @Test
  void R09_whoever_had_no_part_may_decide() {
    assertThat(rule.check(DecisionExample.byAlice())).isEmpty();
  }

  @Test
  void R09_the_submitter_is_refused_with_the_reason() {
    assertThat(rule.check(DecisionExample.by("emil", Set.of(DecisionExample.GROUP))))
        .hasToString(
            "[authorization/the-decider-had-no-part: emil is someone who submitted it; the limit"
                + " is someone without a part]");
  }
}
