package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class OnlyListedElementsTest {

  private final OnlyListedElements rule = new OnlyListedElements();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R02_a_script_task_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:serviceTask id=\"stop-traffic\"",
            "<bpmn:scriptTask id=\"run\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:serviceTask id=\"stop-traffic\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-elements: bpmn:process emergency-stop is holding bpmn:scriptTask run; the limit is the list");
  }

  @Test
  void R05_an_element_of_another_namespace_is_named_with_it() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>",
            "<a:failedJobRetryTimeCycle xmlns:a=\"http://activiti.org/bpmn\">R5/PT1M</a:failedJobRetryTimeCycle>");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-elements: bpmn:extensionElements is holding {http://activiti.org/bpmn}failedJobRetryTimeCycle; the limit is the list");
  }

  @Test
  void S09_a_terminate_end_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:endEvent id=\"retired\" name=\"Retired\">",
            "<bpmn:endEvent id=\"retired\" name=\"Retired\"><bpmn:terminateEventDefinition />");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/only-listed-elements: bpmn:endEvent retired is holding bpmn:terminateEventDefinition; the limit is the list");
  }
}
