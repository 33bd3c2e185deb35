package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnOfficialSetTheLaterTermsTest {

  private static final String RULE = "authorization/an-official-set-the-later-terms: ";

  private final AnOfficialSetTheLaterTerms rule = new AnOfficialSetTheLaterTerms();

  @Test
  void S20_an_official_without_a_part_decides() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
    assertThat(rule.check(AuthorizationExample.redecided(decided(true)))).isEmpty();
  }

  @Test
  void S20_whoever_is_no_official_of_the_program_is_found() {
    assertThat(rule.check(AuthorizationExample.redecided(decided(false))))
        .hasToString(
            "["
                + RULE
                + "olga is no official; the limit is an authorizing official of the program]");
  }

  @Test
  void F06_whoever_had_a_part_is_found_once_for_each() {
    assertThat(
            rule.check(
                AuthorizationExample.redecided(
                    decided(true, "submitted it", "opened the episode"))))
        .extracting(Finding::toString)
        .containsExactly(
            RULE + "olga is someone who submitted it; the limit is someone without a part",
            RULE + "olga is someone who opened the episode; the limit is someone without a part");
  }

  private static Redecided decided(boolean asOfficial, String... parts) {
    Terms before = new Terms(AuthorizationExample.EXPIRES, List.of(), 1, 1);
    return new Redecided(
        "olga",
        asOfficial,
        List.of(parts),
        AuthorizationExample.DIGEST,
        new TermFacts("retire", Map.of(), LocalDate.parse("2026-11-25"), before));
  }
}
