package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class ConditionsCompareNamesTest {

  private final ConditionsCompareNames rule = new ConditionsCompareNames();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R02_a_condition_that_calls_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "${outcome == 'restore'}", "${execution.setVariable('a',1)}");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/conditions-compare-names: a condition is ${execution.setVariable('a',1)}; the limit is names and comparisons");
  }

  @Test
  void R02_a_condition_without_an_expression_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", "${outcome == 'restore'}", "true");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/conditions-compare-names: a condition is true; the limit is names and comparisons");
  }

  @Test
  void R02_a_completion_condition_that_calls_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "gate-3-authorization.bpmn",
            "${approvals &gt;= approvalsNeeded || refusals &gt; 0 || returns &gt; 0}",
            "${authorities.size()}");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/conditions-compare-names: a condition is ${authorities.size()}; the limit is names and comparisons");
  }
}
