package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ConsumersAreAllowedTest {

  private final ConsumersAreAllowed rule = new ConsumersAreAllowed();

  @Test
  void S14_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S14_consumer_that_is_everybody_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("consumer-that-is-everybody")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/consumers-are-allowed: /endpoint/consumers/0 is *; the limit "
                + "is one of arn:aws-us-gov:iam::123456789012:role/sentinel-consumer");
  }

  @Test
  void S14_consumer_of_another_account_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("consumer-of-another-account")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/consumers-are-allowed: /endpoint/consumers/0 is arn:aws-us-go"
                + "v:iam::999999999999:role/partner; the limit is one of arn:aws-us-gov:i"
                + "am::123456789012:role/sentinel-consumer");
  }
}
