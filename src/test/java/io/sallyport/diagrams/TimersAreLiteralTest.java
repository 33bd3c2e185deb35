package io.sallyport.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
            "diagrams/timers-are-literal: bpmn:timeDuration is ${soon}; the limit is (?!P$)P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?");
  }

  @Test
  void a_timer_of_seconds_is_refused() {
    Diagram changed = OurDiagrams.replaced("emergency-stop.bpmn", ">PT24H<", ">PT2S<");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeDuration is PT2S; the limit is (?!P$)P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?");
  }

  @Test
  void a_cycle_without_a_count_is_refused() {
    Diagram changed = OurDiagrams.replaced("gate-3-authorization.bpmn", "R28/P1D", "R/P1D");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: bpmn:timeCycle is R/P1D; the limit is R[0-9]{1,3}/(?!P$)P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?");
  }

  @Test
  void a_due_date_that_is_no_duration_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "camunda:dueDate=\"PT24H\"", "camunda:dueDate=\"tomorrow\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/timers-are-literal: a due date is tomorrow; the limit is (?!P$)P(?:[0-9]{1,4}D)?(?:T[0-9]{1,4}[HM](?:[0-9]{1,2}M)?)?");
  }
}
