package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class ChoicesHaveADefaultTest {

  private final ChoicesHaveADefault rule = new ChoicesHaveADefault();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_choice_without_a_default_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", " default=\"decided-to-retire\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/choices-have-a-default: the default of restore-or-retire is missing; the limit is one of its flows",
            "diagrams/choices-have-a-default: decided-to-retire is wrong; the limit is a condition on all but the default");
  }

  @Test
  void a_flow_without_a_condition_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "gate-2-security-review.bpmn",
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${outcome == 'recommend'}</bpmn:conditionExpression>",
            "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/choices-have-a-default: recommended-to-passes-meet is wrong; the limit is a condition on all but the default");
  }
}
