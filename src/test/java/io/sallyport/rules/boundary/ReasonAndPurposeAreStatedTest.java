package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ReasonAndPurposeAreStatedTest {

  private final ReasonAndPurposeAreStated rule = new ReasonAndPurposeAreStated();

  @Test
  void S12_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S12_no_reason_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("no-reason")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/reason-and-purpose-are-stated: /reason is empty; the limit is"
                + " 10 to 2000 characters");
  }

  @Test
  void S12_no_purpose_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("no-purpose")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/reason-and-purpose-are-stated: /envelope/purpose is 1 charact"
                + "ers; the limit is 10 to 2000 characters");
  }
}
