package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubnetsHaveNoWayOutTest {

  private final SubnetsHaveNoWayOut rule = new SubnetsHaveNoWayOut();

  @Test
  void S02_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S02_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_a_way_to_the_internet_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(Examples.subnet("999999999999", true, List.of("local", "igw-1", "nat-2"))),
            List.of(),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/subnets-have-no-way-out: /network/subnets/0 is of account 999"
                + "999999999; the limit is 123456789012",
            "boundary/subnets-have-no-way-out: /network/subnets/0 is gives public a"
                + "ddresses; the limit is no public addresses",
            "boundary/subnets-have-no-way-out: /network/subnets/0 is a route to igw"
                + "-1; the limit is routes to local and vpce-… only",
            "boundary/subnets-have-no-way-out: /network/subnets/0 is a route to nat"
                + "-2; the limit is routes to local and vpce-… only");
  }

  @Test
  void S02_a_subnet_without_known_routes_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(Examples.subnet("123456789012", false, List.of())), List.of(), List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/subnets-have-no-way-out: /network/subnets/0 is unknown: no ro"
                + "ute table; the limit is its routes are known");
  }
}
