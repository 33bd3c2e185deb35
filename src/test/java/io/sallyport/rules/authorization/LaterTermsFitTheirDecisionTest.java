package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaterTermsFitTheirDecisionTest {

  private static final String RULE = "authorization/later-terms-fit-their-decision: ";
  private static final Terms BEFORE =
      new Terms(AuthorizationExample.EXPIRES, List.of("person:1", "person:2"), 1, 3);

  private final LaterTermsFitTheirDecision rule = new LaterTermsFitTheirDecision();

  @Test
  void S20_no_later_decision_and_lawful_ones_hold() {
    assertThat(rule.check(AuthorizationExample.authorized())).isEmpty();
    assertThat(
            rule.check(
                AuthorizationExample.redecided(
                    decided("keep", Map.of("ends", "2027-06-01")),
                    decided("restrict", Map.of("principals", "person:1")),
                    decided("retire", Map.of()))))
        .isEmpty();
  }

  @Test
  void S20_terms_that_no_form_would_have_let_through_are_found_in_the_record() {
    assertThat(
            rule.check(
                AuthorizationExample.redecided(decided("keep", Map.of("ends", "2036-06-01")))))
        .hasToString(
            "["
                + RULE
                + "ends that olga set is 2036-06-01; the limit is a day after 2026-11-25, up to"
                + " 2027-11-26]");
  }

  @Test
  void S20_a_decision_about_another_artifact_counts_for_nothing() {
    Redecided other =
        new Redecided("olga", true, List.of(), AuthorizationExample.OTHER, terms("retire"));

    assertThat(rule.check(AuthorizationExample.redecided(other)))
        .hasToString(
            "["
                + RULE
                + "the decision of olga is about SHA-256 "
                + AuthorizationExample.OTHER
                + "; the limit is about SHA-256 "
                + AuthorizationExample.DIGEST
                + "]");
  }

  private static TermFacts terms(String outcome) {
    return new TermFacts(outcome, Map.of(), LocalDate.parse("2026-11-25"), BEFORE);
  }

  private static Redecided decided(String outcome, Map<String, String> limits) {
    return new Redecided(
        "olga",
        true,
        List.of(),
        AuthorizationExample.DIGEST,
        new TermFacts(outcome, limits, LocalDate.parse("2026-11-25"), BEFORE));
  }
}
