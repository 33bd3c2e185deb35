package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class OnlyListedAttributesTest {

  private final OnlyListedAttributes rule = new OnlyListedAttributes();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R04_a_shell_task_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:serviceTask id=\"stop-traffic\"",
            "<bpmn:serviceTask id=\"stop-traffic\" camunda:type=\"shell\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-attributes: bpmn:serviceTask stop-traffic is carrying camunda:type; the limit is the list");
  }

  @Test
  void R05_a_class_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:serviceTask id=\"stop-traffic\"",
            "<bpmn:serviceTask id=\"stop-traffic\" camunda:class=\"java.lang.Runtime\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-attributes: bpmn:serviceTask stop-traffic is carrying camunda:class; the limit is the list");
  }

  @Test
  void R05_an_event_subprocess_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "model-authorization.bpmn",
            "<bpmn:subProcess id=\"training-and-gates\"",
            "<bpmn:subProcess id=\"training-and-gates\" triggeredByEvent=\"true\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-attributes: bpmn:subProcess training-and-gates is carrying triggeredByEvent; the limit is the list");
  }

  @Test
  void R02_a_kind_of_expression_of_its_own_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "gate-3-authorization.bpmn",
            "<bpmn:completionCondition xsi:type=\"bpmn:tFormalExpression\">",
            "<bpmn:completionCondition xsi:type=\"another:tExpression\">");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-attributes: bpmn:completionCondition is carrying xsi:type; the limit is the list");
  }
}
