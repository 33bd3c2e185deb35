package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimersAreLiteralTest {

  private final TimersAreLiteral rule = new TimersAreLiteral();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_timer_that_is_worked_out_is_refused() {
    Diagram changed = OurDiagrams.replaced("emergency-stop.bpmn", ">PT24H<", ">${soon}<");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeDuration is ${soon}; the limit is a"
                + " duration of at least a minute, such as PT24H");
  }

  @Test
  void a_timer_of_seconds_is_refused() {
    Diagram changed = OurDiagrams.replaced("emergency-stop.bpmn", ">PT24H<", ">PT2S<");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeDuration is PT2S; the limit is a"
                + " duration of at least a minute, such as PT24H");
  }

  @Test
  void a_cycle_without_a_count_is_refused() {
    Diagram changed = OurDiagrams.replaced("gate-3-authorization.bpmn", "R28/P1D", "R/P1D");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeCycle is R/P1D; the limit is at least 1 time, at"
                + " least a minute apart, such as R28/P1D");
  }

  @Test
  void a_due_date_that_is_no_duration_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "camunda:dueDate=\"PT24H\"", "camunda:dueDate=\"tomorrow\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: a due date is tomorrow; the limit is a"
                + " duration of at least a minute, such as PT24H");
  }

  @Test
  void a_date_that_the_diagram_itself_names_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("reauthorization.bpmn", "${authorizationEnds}", "2027-01-01");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeDate is 2027-01-01; the limit is a date of the"
                + " case, such as ${ends}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0M", "P0D", "P0DT0H", "P", "PT"})
  void a_timer_of_no_time_is_refused(String none) {
    Diagram changed = OurDiagrams.replaced("emergency-stop.bpmn", ">PT24H<", ">" + none + "<");
    assertThat(OurDiagrams.check(rule, changed)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"R5/PT0M", "R0/PT1M", "R000/P1D"})
  void a_cycle_without_a_pause_or_a_try_is_refused(String cycle) {
    Diagram changed = OurDiagrams.replaced("gate-3-authorization.bpmn", "R28/P1D", cycle);
    assertThat(OurDiagrams.check(rule, changed)).hasSize(1);
  }
}
