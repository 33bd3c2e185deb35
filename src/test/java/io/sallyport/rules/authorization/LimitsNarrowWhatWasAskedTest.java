package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsNarrowWhatWasAskedTest {

  @Test
  void S12_an_earlier_end_and_fewer_principals_are_limits() {
    assertThat(check(true, Map.of("ends", "2027-03-31", "principals", "person:1\n"))).isEmpty();
    assertThat(check(false, Map.of())).isEmpty();
  }

  @Test
  void S12_limits_need_the_choice_that_takes_them_and_the_choice_needs_limits() {
    assertThat(check(false, Map.of("ends", "2027-03-31")))
        .hasToString(
            "[authorization/limits-narrow-what-was-asked: ends is set; the limit is empty, unless"
                + " you approve with limits]");
    assertThat(check(true, Map.of()))
        .hasToString(
            "[authorization/limits-narrow-what-was-asked: ends is not set, nor are principals; the"
                + " limit is an earlier end, or principals]");
  }

  @Test
  void S12_a_later_end_a_past_one_and_no_day_are_refused() {
    for (String end : List.of("2028-01-01", "2026-11-25", "soon")) {
      assertThat(check(true, Map.of("ends", end)))
          .hasToString(
              "[authorization/limits-narrow-what-was-asked: ends is "
                  + end
                  + "; the limit is a day after 2026-11-25, up to 2027-11-25]");
    }
  }

  @Test
  void S12_a_principal_that_was_not_asked_for_is_refused() {
    assertThat(check(true, Map.of("principals", "person:1\nperson:9")))
        .hasToString(
            "[authorization/limits-narrow-what-was-asked: principals is person:9; the limit is of"
                + " person:1, machine:broker]");
  }

  private static List<Finding> check(boolean conditional, Map<String, String> limits) {
    return DecisionRules.ABOUT_LIMITS.check(
        new LimitFacts(
            conditional,
            limits,
            LocalDate.parse("2026-11-25"),
            LocalDate.parse("2027-11-25"),
            List.of("person:1", "machine:broker")));
  }
}
