package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class ExpressionsStayInTheirPlacesTest {

  private final ExpressionsStayInTheirPlaces rule = new ExpressionsStayInTheirPlaces();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R03_a_name_that_would_be_evaluated_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "name=\"Stop the traffic\"", "name=\"${execution.id}\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/expressions-stay-in-their-places: bpmn:serviceTask stop-traffic name is ${execution.id}; the limit is plain text");
  }

  @Test
  void R03_documentation_that_would_be_evaluated_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "<bpmn:documentation>", "<bpmn:documentation>#{1+1} ");
    assertThat(OurDiagrams.check(rule, changed)).hasSize(1);
  }

  @Test
  void R03_a_message_name_that_would_be_evaluated_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("deployment.bpmn", "name=\"endpoint-ready\"", "name=\"${x}\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/expressions-stay-in-their-places: bpmn:message endpoint-ready-message name is ${x}; the limit is plain text");
  }

  @Test
  void R03_a_call_in_a_due_date_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "gate-3-authorization.bpmn",
            "camunda:dueDate=\"${decisionDue}\"",
            "camunda:dueDate=\"${decisionDue.toString()}\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/expressions-stay-in-their-places: bpmn:userTask decide-on-promotion camunda:dueDate is ${decisionDue.toString()}; the limit is plain text");
  }

  @Test
  void R03_a_call_in_the_date_of_a_timer_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "reauthorization.bpmn", "${authorizationEnds}", "${authorizationEnds.toString()}");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/expressions-stay-in-their-places: bpmn:timeDate is"
                + " ${authorizationEnds.toString()}; the limit is plain text");
  }
}
