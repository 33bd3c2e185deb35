package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsFitTheDecisionTest {

  private static final String RULE = "authorization/terms-fit-the-decision: ";
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Terms BEFORE =
      new Terms(Instant.parse("2027-03-01T00:00:00Z"), List.of("person:1", "machine:broker"), 1, 3);
  private static final Terms OVER =
      new Terms(Instant.parse("2026-11-25T00:00:00Z"), List.of("person:1", "person:2"), 1, 3);

  @Test
  void S20_whoever_keeps_it_says_until_when_earlier_or_later_than_now() {
    assertThat(check("keep", Map.of("ends", "2026-11-26"))).isEmpty();
    assertThat(check("keep", Map.of("ends", "2027-11-26"))).isEmpty();
    assertThat(check("keep", Map.of()))
        .containsExactly(
            RULE + "ends is not set; the limit is a day after 2026-11-25, up to 2027-11-26");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-25", "2027-11-27", "soon"})
  void S20_an_end_today_beyond_a_year_or_on_no_day_is_refused(String end) {
    for (String outcome : List.of("keep", "restrict")) {
      assertThat(check(outcome, Map.of("ends", end)))
          .containsExactly(
              RULE + "ends is " + end + "; the limit is a day after 2026-11-25, up to 2027-11-26");
    }
  }

  @Test
  void S20_F32_fewer_principals_fewer_instances_or_an_earlier_end_restrict() {
    assertThat(check("restrict", Map.of("principals", "machine:broker\n"))).isEmpty();
    assertThat(check("restrict", Map.of("maximumInstances", "2"))).isEmpty();
    assertThat(check("restrict", Map.of("ends", "2027-02-28"))).isEmpty();
    assertThat(check("restrict", Map.of("ends", "2027-06-01", "maximumInstances", "1"))).isEmpty();
  }

  @Test
  void S20_what_takes_nothing_away_is_no_restriction() {
    for (Map<String, String> same :
        List.of(
            Map.<String, String>of(),
            Map.of("principals", "machine:broker\nperson:1"),
            Map.of("maximumInstances", "3"),
            Map.of("ends", "2027-03-01"))) {
      assertThat(check("restrict", same))
          .containsExactly(
              RULE
                  + "the restriction is not narrower than what is in force; the limit is an"
                  + " earlier end, fewer principals, or fewer instances");
    }
  }

  @Test
  void S20_F32_nobody_is_let_in_and_nothing_is_widened() {
    assertThat(check("restrict", Map.of("principals", "machine:broker\nperson:9")))
        .containsExactly(RULE + "principals is person:9; the limit is of person:1, machine:broker");
    for (String instances : List.of("0", "4", "many", "2.5", "-1")) {
      assertThat(check("restrict", Map.of("maximumInstances", instances)))
          .containsExactly(
              RULE
                  + "maximumInstances is "
                  + instances
                  + "; the limit is a whole number from 1 to 3");
    }
  }

  @Test
  void S20_after_its_end_no_terms_are_in_force_without_a_new_one() {
    Map<String, String> fewer = Map.of("principals", "person:1");

    assertThat(texts(new TermFacts("restrict", fewer, TODAY, OVER)))
        .containsExactly(
            RULE + "ends is not set; the limit is a day after 2026-11-25, up to 2027-11-26");
    assertThat(
            texts(
                new TermFacts(
                    "restrict",
                    Map.of("principals", "person:1", "ends", "2027-01-01"),
                    TODAY,
                    OVER)))
        .isEmpty();
  }

  @Test
  void S20_terms_need_the_choice_that_takes_them() {
    assertThat(check("keep", Map.of("ends", "2027-01-01", "maximumInstances", "2")))
        .containsExactly(
            RULE + "maximumInstances is set; the limit is empty, unless you choose what takes it");
    for (String outcome : List.of("retrain", "retire", "")) {
      assertThat(check(outcome, Map.of())).isEmpty();
      assertThat(check(outcome, Map.of("ends", "2027-01-01")))
          .containsExactly(
              RULE + "ends is set; the limit is empty, unless you choose what takes it");
    }
  }

  private static List<String> check(String outcome, Map<String, String> limits) {
    return texts(new TermFacts(outcome, limits, TODAY, BEFORE));
  }

  private static List<String> texts(TermFacts facts) {
    return DecisionRules.ABOUT_TERMS.check(facts).stream().map(Finding::toString).toList();
  }
}
