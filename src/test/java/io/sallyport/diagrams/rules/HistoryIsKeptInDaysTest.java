package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class HistoryIsKeptInDaysTest {

  private final HistoryIsKeptInDays rule = new HistoryIsKeptInDays();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_process_that_does_not_say_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", " camunda:historyTimeToLive=\"P3650D\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/history-is-kept-in-days: the history of bpmn:process emergency-stop is missing; the limit is P[1-9][0-9]{0,4}D");
  }

  @Test
  void years_are_refused() {
    Diagram changed = OurDiagrams.replaced("emergency-stop.bpmn", "P3650D", "P10Y");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/history-is-kept-in-days: the history of bpmn:process emergency-stop is P10Y; the limit is P[1-9][0-9]{0,4}D");
  }

  @Test
  void a_decision_that_does_not_say_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("approval-quorum.dmn", " camunda:historyTimeToLive=\"P3650D\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/history-is-kept-in-days: the history of dmn:decision approval-quorum is missing; the limit is P[1-9][0-9]{0,4}D");
  }
}
