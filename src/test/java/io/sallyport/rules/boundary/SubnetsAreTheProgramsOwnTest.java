package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class SubnetsAreTheProgramsOwnTest {

  private final SubnetsAreTheProgramsOwn rule = new SubnetsAreTheProgramsOwn();

  @Test
  void S02_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S02_subnet_of_nobody_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("subnet-of-nobody")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/subnets-are-the-programs-own: /network/subnets/0 is subnet-0f"
                + "fffffffffffffff; the limit is one of subnet-0a1b2c3d4e5f60711, subnet-"
                + "0a1b2c3d4e5f60712");
  }

  @Test
  void S02_no_subnets_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("no-subnets")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/subnets-are-the-programs-own: /network/subnets is empty; the "
                + "limit is one or more of subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f6"
                + "0712");
  }
}
