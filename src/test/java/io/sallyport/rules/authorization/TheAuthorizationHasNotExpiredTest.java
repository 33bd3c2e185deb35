package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheAuthorizationHasNotExpiredTest {

  private final TheAuthorizationHasNotExpired rule = new TheAuthorizationHasNotExpired();

  @Test
  void S20_a_moment_before_the_end_holds() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
  }

  @Test
  void S20_the_end_itself_is_too_late() {
    assertThat(rule.check(AuthorizationExample.at(AuthorizationExample.EXPIRES)))
        .hasToString(
            "[authorization/the-authorization-has-not-expired: the moment is 2027-01-01T00:00:00Z;"
                + " the limit is before 2027-01-01T00:00:00Z]");
  }
}
