package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class RolesAreTheProgramsOwnTest {

  private final RolesAreTheProgramsOwn rule = new RolesAreTheProgramsOwn();

  @Test
  void S01_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_training_under_the_products_role_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("training-under-the-products-role")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/roles-are-the-programs-own: /roles/training is arn:aws-us-gov"
                + ":iam::123456789012:role/sallyport-application; the limit is one of arn"
                + ":aws-us-gov:iam::123456789012:role/sentinel-training");
  }

  @Test
  void S01_serving_under_a_role_of_another_account_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("serving-under-a-role-of-another-account")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/roles-are-the-programs-own: /roles/serving is arn:aws-us-gov:"
                + "iam::999999999999:role/sentinel-serving; the limit is one of arn:aws-u"
                + "s-gov:iam::123456789012:role/sentinel-serving");
  }

  @Test
  void S01_training_under_the_serving_role_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("training-under-the-serving-role")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/roles-are-the-programs-own: /roles/training is arn:aws-us-gov"
                + ":iam::123456789012:role/sentinel-serving; the limit is one of arn:aws-"
                + "us-gov:iam::123456789012:role/sentinel-training");
  }
}
