package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class HumanTasksAreSignedTest {

  private final HumanTasksAreSigned rule = new HumanTasksAreSigned();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void S11_a_task_that_ends_without_a_signature_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<camunda:taskListener id=\"decide-after-stop-signed\" event=\"complete\" delegateExpression=\"${signatureRecorded}\" />",
            "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/human-tasks-are-signed: decide-after-stop is not signed; the limit is one ${signatureRecorded} at complete");
  }

  @Test
  void S11_the_form_of_another_task_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "camunda:formKey=\"decide-after-stop\"",
            "camunda:formKey=\"other\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/human-tasks-are-signed: the form of decide-after-stop is other; the limit is decide-after-stop");
  }

  @Test
  void S11_a_task_without_a_name_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", " name=\"Restore or retire, and sign\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/human-tasks-are-signed: decide-after-stop is without a name; the limit is a name for the inbox");
  }

  @Test
  void S11_a_task_of_nobody_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", " camunda:candidateGroups=\"${deciders}\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/human-tasks-are-signed: decide-after-stop is nobody’s; the limit is an assignee or a group");
  }
}
