package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheEndpointRunsItsConfigurationTest {

  private final TheEndpointRunsItsConfiguration rule = new TheEndpointRunsItsConfiguration();

  @Test
  void S13_in_service_with_the_authorized_configuration_holds() {
    assertThat(rule.check(endpoint("IN_SERVICE", "c-7", Optional.empty()))).isEmpty();
  }

  @Test
  void S13_another_configuration_is_named_beside_the_authorized_one() {
    assertThat(rule.check(endpoint("IN_SERVICE", "c-6", Optional.empty())))
        .hasToString(
            "[service/the-endpoint-runs-its-configuration: cover is IN_SERVICE: configuration c-6; the"
                + " limit is IN_SERVICE with configuration c-7]");
  }

  @Test
  void S05_a_failure_is_told_with_the_reason_that_sagemaker_gives() {
    assertThat(rule.check(endpoint("FAILED", "c-7", Optional.of("no capacity"))))
        .hasToString(
            "[service/the-endpoint-runs-its-configuration: cover is FAILED: no capacity; the limit is"
                + " IN_SERVICE with configuration c-7]");
  }

  private static EndpointFacts endpoint(
      String state, String configuration, Optional<String> reason) {
    return new EndpointFacts("cover", state, configuration, "c-7", reason);
  }
}
