package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** S13, S16: the right to invoke, and its denial, word for word. */
class PolicyTextTest {

  private static final String ARN =
      "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:endpoint/land-cover";

  @Test
  void S13_the_right_is_to_call_one_endpoint() {
    assertThat(PolicyText.allow(ARN))
        .isEqualTo(
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sagemaker:InvokeEndpoint\","
                + "\"Resource\":\""
                + ARN
                + "\"}}");
  }

  @Test
  void S13_no_call_comes_from_elsewhere_than_through_the_vpc_endpoint() {
    assertThat(PolicyText.denyElsewhere("vpce-0123456789abcdef0"))
        .isEqualTo(
            "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"sagemaker:InvokeEndpoint*\","
                + "\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":"
                + "{\"aws:SourceVpce\":\"vpce-0123456789abcdef0\"}}}}");
  }

  @Test
  void S16_the_denial_is_of_all_calls_without_condition_and_as_long_as_the_right() {
    assertThat(PolicyText.deny(ARN))
        .isEqualTo(
            "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"sagemaker:InvokeEndpoint*\","
                + "\"Resource\":\""
                + ARN
                + "\"}}")
        .hasSameSizeAs(PolicyText.allow(ARN));
  }
}
