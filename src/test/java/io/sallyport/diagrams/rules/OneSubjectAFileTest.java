package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class OneSubjectAFileTest {

  private final OneSubjectAFile rule = new OneSubjectAFile();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_second_process_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:process id=\"emergency-stop\"",
            "<bpmn:process id=\"other\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\" /><bpmn:process id=\"emergency-stop\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/one-subject-a-file: the file is 2 processes or decisions; the limit is exactly one, and executable");
  }

  @Test
  void a_process_that_is_not_executable_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "isExecutable=\"true\"", "isExecutable=\"false\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/one-subject-a-file: bpmn:process emergency-stop is not executable; the limit is exactly one, and executable");
  }
}
