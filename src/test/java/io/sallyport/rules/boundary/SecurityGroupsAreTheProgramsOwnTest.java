package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class SecurityGroupsAreTheProgramsOwnTest {

  private final SecurityGroupsAreTheProgramsOwn rule = new SecurityGroupsAreTheProgramsOwn();

  @Test
  void S02_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_security_group_of_nobody_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("security-group-of-nobody")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/security-groups-are-the-programs-own: /network/securityGroups"
                + "/0 is sg-0ffffffffffffffff; the limit is one of sg-0a1b2c3d4e5f60721");
  }
}
