package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheEndpointNameIsTheProgramsOwnTest {

  private final TheEndpointNameIsTheProgramsOwn rule = new TheEndpointNameIsTheProgramsOwn();

  @Test
  void S13_a_name_that_is_free_or_the_programs_own_passes() {
    assertThat(rule.check(ownedBy(Optional.empty()))).isEmpty();
    assertThat(rule.check(ownedBy(Optional.of("sentinel")))).isEmpty();
  }

  @Test
  void S13_a_name_of_another_program_is_named_and_its_owner_is_not() {
    assertThat(rule.check(ownedBy(Optional.of("harbor"))))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-endpoint-name-is-the-programs-own: /endpoint/name is land-cover, another"
                + " program's; the limit is a name of your own, or one that is free");
  }

  private static SubmissionFacts ownedBy(Optional<String> owner) {
    SubmissionFacts good = Examples.good();
    return new SubmissionFacts(
        good.submission(), good.program(), good.live(), good.floors(), owner, good.at());
  }
}
