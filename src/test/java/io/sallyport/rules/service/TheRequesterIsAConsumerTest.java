package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.service.InvocationFacts.Period;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheRequesterIsAConsumerTest {

  private final TheRequesterIsAConsumer rule = new TheRequesterIsAConsumer();

  @Test
  void S14_a_consumer_of_the_authorization_may_ask() {
    assertThat(rule.check(asked("machine:harbor-consumer"))).isEmpty();
  }

  @Test
  void S14_a_machine_with_a_persons_name_is_not_that_person() {
    assertThat(rule.check(asked("machine:p1")))
        .hasToString(
            "[service/the-requester-is-a-consumer: machine:p1 is not a consumer of land-cover; the"
                + " limit is [person:p1, machine:harbor-consumer]]");
  }

  private static InvocationFacts asked(String requester) {
    Instant end = Instant.parse("2027-01-01T00:00:00Z");
    Period period = new Period(List.of("person:p1", "machine:harbor-consumer"), end, false);
    return new InvocationFacts("land-cover", requester, Optional.of(period), end.minusSeconds(1));
  }
}
