package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.service.InvocationFacts.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnAuthorizationIsInForceTest {

  private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

  private final AnAuthorizationIsInForce rule = new AnAuthorizationIsInForce();

  @Test
  void S14_an_open_period_before_its_end_answers() {
    assertThat(rule.check(at(END.minusMillis(1), false))).isEmpty();
  }

  @Test
  void S14_an_endpoint_without_a_period_does_not_answer() {
    assertThat(rule.check(new InvocationFacts("land-cover", "person:p", Optional.empty(), END)))
        .hasToString(
            "[service/an-authorization-is-in-force: land-cover is not in service; the limit is an"
                + " endpoint in service]");
  }

  @Test
  void S20_a_suspended_period_that_has_ended_too_is_named_twice() {
    assertThat(rule.check(at(END, true)))
        .hasToString(
            "[service/an-authorization-is-in-force: land-cover is suspended; the limit is in"
                + " service, service/an-authorization-is-in-force: land-cover is expired; the limit"
                + " is before 2027-01-01T00:00:00Z]");
  }

  private static InvocationFacts at(Instant at, boolean suspended) {
    Period period = new Period(List.of("person:p"), END, suspended);
    return new InvocationFacts("land-cover", "person:p", Optional.of(period), at);
  }
}
