package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityGroupsAreOfTheVpcTest {

  private final SecurityGroupsAreOfTheVpc rule = new SecurityGroupsAreOfTheVpc();

  @Test
  void S02_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S02_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_a_group_of_another_vpc_is_named() {
    LiveFacts live =
        Examples.liveWith(
            Examples.live().subnets(), List.of(Examples.group("vpc-other")), List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/security-groups-are-of-the-vpc: /network/securityGroups/0 is "
                + "of vpc-other; the limit is of vpc-0a1b2c3d4e5f60718");
  }
}
