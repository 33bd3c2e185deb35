package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class ErrorsHaveACodeTest {

  private final ErrorsHaveACode rule = new ErrorsHaveACode();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void an_error_that_catches_anything_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", " errorRef=\"deployment-refused-error\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/errors-have-a-code: bpmn:errorEventDefinition ledger-refused-definition is missing; the limit is [deployment-refused-error]");
  }

  @Test
  void an_error_of_another_file_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", " errorRef=\"deployment-refused-error\"", " errorRef=\"other\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/errors-have-a-code: bpmn:errorEventDefinition ledger-refused-definition is other; the limit is [deployment-refused-error]");
  }
}
