package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheKeyIsTheProgramsOwnTest {

  private final TheKeyIsTheProgramsOwn rule = new TheKeyIsTheProgramsOwn();

  @Test
  void S04_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S04_key_of_another_account_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("key-of-another-account")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-the-programs-own: /encryption/key is arn:aws-us-go"
                + "v:kms:us-gov-west-1:999999999999:key/1; the limit is one of alias/sent"
                + "inel-data");
  }

  @Test
  void S04_key_that_aws_manages_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("key-that-aws-manages")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-key-is-the-programs-own: /encryption/key is alias/aws/s3;"
                + " the limit is one of alias/sentinel-data");
  }
}
