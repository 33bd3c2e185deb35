package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** S13, S16: the right to invoke, and its denial, word for word. */
class PolicyTextTest {

  private static final String ARN =
      "arn:aws-us-gov:sagemaker:us-gov-west-1:123456789012:endpoint/land-cover";

  @Test
  void S13_the_right_holds_for_one_endpoint_through_one_vpc_endpoint() {
    assertThat(PolicyText.allow(ARN, "vpce-0123456789abcdef0"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"sagemaker:InvokeEndpoint\",\"Resource\":\""
                + ARN
                + "\",\"Condition\":{\"StringEquals\":"
                + "{\"aws:SourceVpce\":\"vpce-0123456789abcdef0\"}}}]}");
  }

  @Test
  void S16_the_denial_has_no_condition() {
    assertThat(PolicyText.deny(ARN))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                + "\"Action\":\"sagemaker:InvokeEndpoint\",\"Resource\":\""
                + ARN
                + "\"}]}");
  }
}
