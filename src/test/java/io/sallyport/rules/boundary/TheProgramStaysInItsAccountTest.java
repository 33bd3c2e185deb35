package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheProgramStaysInItsAccountTest {

  private final TheProgramStaysInItsAccount rule = new TheProgramStaysInItsAccount();

  @Test
  void S01_the_demo_program_stays_inside() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_an_allow_list_that_leads_out_lets_nothing_in() {
    Program program =
        Examples.program("us-east-1", "arn:aws:iam::999999999999:role/sentinel-training");
    SubmissionFacts facts =
        SubmissionFacts.offline(
            Examples.good().submission(), program, Optional.empty(), Examples.AT);
    assertThat(rule.check(facts))
        .extracting(Finding::subject)
        .containsExactly("the program's region", "the program's allow-list");
  }
}
