package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class VariablesAreNamedTest {

  private final VariablesAreNamed rule = new VariablesAreNamed();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_call_that_passes_all_variables_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "model-authorization.bpmn",
            "<camunda:in source=\"submitter\" target=\"submitter\" />\n          <camunda:out",
            "<camunda:in variables=\"all\" />\n          <camunda:out");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/variables-are-named: camunda:in source is missing; the limit is [A-Za-z][A-Za-z0-9]{0,63}",
            "diagrams/variables-are-named: camunda:in target is missing; the limit is [A-Za-z][A-Za-z0-9]{0,63}");
  }

  @Test
  void a_call_without_the_business_key_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "model-authorization.bpmn",
            "calledElement=\"deployment\" camunda:calledElementBinding=\"deployment\">\n      <bpmn:extensionElements>\n        <camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
            "calledElement=\"deployment\" camunda:calledElementBinding=\"deployment\">\n      <bpmn:extensionElements>");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/variables-are-named: the business key of deploy-to-endpoint is 0 times given; the limit is once");
  }
}
