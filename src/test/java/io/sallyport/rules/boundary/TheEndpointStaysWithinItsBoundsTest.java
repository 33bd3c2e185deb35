package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class TheEndpointStaysWithinItsBoundsTest {

  private final TheEndpointStaysWithinItsBounds rule = new TheEndpointStaysWithinItsBounds();

  @Test
  void S16_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S16_endpoint_larger_than_the_share_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("endpoint-larger-than-the-share")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-endpoint-stays-within-its-bounds: /endpoint/maximumInstan"
                + "ces is 50; the limit is at most 4, the program's share");
  }

  @Test
  void S16_endpoint_of_no_instance_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("endpoint-of-no-instance")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-endpoint-stays-within-its-bounds: /endpoint/minimumInstan"
                + "ces is 0; the limit is at least 1");
  }

  @Test
  void S16_endpoint_minimum_above_maximum_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("endpoint-minimum-above-maximum")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-endpoint-stays-within-its-bounds: /endpoint/maximumInstan"
                + "ces is 2; the limit is at least the minimum, 3");
  }
}
