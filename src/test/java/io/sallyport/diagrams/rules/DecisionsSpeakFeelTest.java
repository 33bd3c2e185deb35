package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class DecisionsSpeakFeelTest {

  private final DecisionsSpeakFeel rule = new DecisionsSpeakFeel();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R02_another_language_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "approval-quorum.dmn",
            "<inputEntry id=\"approval-quorum-rule-1-when-1\">",
            "<inputEntry id=\"approval-quorum-rule-1-when-1\" expressionLanguage=\"groovy\">");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/decisions-speak-feel: dmn:inputEntry approval-quorum-rule-1-when-1 is groovy; the limit is FEEL");
  }

  @Test
  void R05_a_method_of_a_variable_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "approval-quorum.dmn", "<text>tier</text>", "<text>tier.getClass()</text>");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/decisions-speak-feel: a cell is tier.getClass(); the limit is FEEL without calls");
  }

  @Test
  void R05_a_function_of_java_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "approval-quorum.dmn",
            "<text>1</text>",
            "<text>function(x) external {java: {class: \"A\"}}</text>");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/decisions-speak-feel: a cell is function(x) external {java: {class: \"A\"}}; the limit is FEEL without calls");
  }
}
