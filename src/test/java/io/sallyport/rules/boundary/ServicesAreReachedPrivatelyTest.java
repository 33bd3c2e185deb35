package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServicesAreReachedPrivatelyTest {

  private final ServicesAreReachedPrivately rule = new ServicesAreReachedPrivately();

  @Test
  void S02_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S02_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_a_vpc_without_endpoints_is_named() {
    LiveFacts live =
        Examples.liveWith(Examples.live().subnets(), List.of(), List.of(Examples.endpoint("s3")));
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/services-are-reached-privately: /network/subnets is vpc-0a1b2"
                + "c3d4e5f60718 without an endpoint for com.amazonaws.us-gov-west-1.sagem"
                + "aker.runtime; the limit is an available VPC endpoint with a policy");
  }
}
