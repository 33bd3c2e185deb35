package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class ReferencesAreLiteralTest {

  private final ReferencesAreLiteral rule = new ReferencesAreLiteral();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_process_that_is_chosen_at_run_time_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "model-authorization.bpmn",
            "calledElement=\"deployment\"",
            "calledElement=\"${next}\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/references-are-literal: bpmn:callActivity deploy-to-endpoint calledElement is ${next}; the limit is [a-z][a-z0-9-]{0,99}");
  }

  @Test
  void a_call_of_the_latest_version_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "model-authorization.bpmn",
            "calledElement=\"deployment\" camunda:calledElementBinding=\"deployment\"",
            "calledElement=\"deployment\" camunda:calledElementBinding=\"latest\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/references-are-literal: bpmn:callActivity deploy-to-endpoint camunda:calledElementBinding is latest; the limit is deployment");
  }

  @Test
  void a_table_of_another_release_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "gate-3-authorization.bpmn", "camunda:decisionRefBinding=\"deployment\" ", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/references-are-literal: bpmn:businessRuleTask look-up-quorum camunda:decisionRefBinding is missing; the limit is deployment");
  }

  @Test
  void a_message_that_is_not_declared_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "deployment.bpmn", "messageRef=\"endpoint-ready-message\"", "messageRef=\"other\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/references-are-literal: bpmn:receiveTask endpoint-ready messageRef is other; the limit is a message");
  }
}
