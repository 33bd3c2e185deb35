package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class InstanceTypesAreAllowedTest {

  private final InstanceTypesAreAllowed rule = new InstanceTypesAreAllowed();

  @Test
  void S02_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_instance_type_beyond_the_program_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("instance-type-beyond-the-program")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/instance-types-are-allowed: /training/instanceType is ml.p4d."
                + "24xlarge; the limit is one of ml.m5.xlarge");
  }

  @Test
  void S02_endpoint_type_beyond_the_program_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("endpoint-type-beyond-the-program")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/instance-types-are-allowed: /endpoint/instanceType is ml.p4d."
                + "24xlarge; the limit is one of ml.m5.xlarge");
  }
}
