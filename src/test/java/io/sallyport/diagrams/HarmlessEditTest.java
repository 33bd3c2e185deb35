package io.sallyport.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * S09: the book and the proof refuse what is dangerous, and nothing that an owner may well change.
 */
class HarmlessEditTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void F01_S09_an_edit_that_changes_no_guard_is_let_through(String name, Diagram diagram) {
    assertThat(diagram.findings(AllowList.product())).isEmpty();
    assertThat(Proof.of(OurDiagrams.release(diagram)).findings()).isEmpty();
  }

  static Stream<Arguments> edits() {
    return Stream.of(
        Arguments.of(
            "a task gets another name",
            OurDiagrams.replaced(
                "emergency-stop.bpmn", "name=\"Stop the traffic\"", "name=\"Stop it\"")),
        Arguments.of(
            "a due date moves",
            OurDiagrams.replaced(
                "gate-2-security-review.bpmn",
                "camunda:dueDate=\"P7D\"",
                "camunda:dueDate=\"P14D\"")),
        Arguments.of(
            "a reminder comes less often",
            OurDiagrams.replaced("gate-3-authorization.bpmn", "R28/P1D", "R14/P2D")),
        Arguments.of(
            "a limit gets shorter",
            OurDiagrams.replaced("gate-3-authorization.bpmn", ">P30D<", ">P20D<")),
        Arguments.of(
            "a wait looks more seldom", OurDiagrams.replaced("deployment.bpmn", "PT15M", "PT30M")),
        Arguments.of(
            "a step is tried more often",
            OurDiagrams.replaced("deployment.bpmn", "R5/PT1M", "R9/PT5M")),
        Arguments.of(
            "the documentation says more",
            OurDiagrams.replaced(
                "emergency-stop.bpmn",
                "<bpmn:documentation>",
                "<bpmn:documentation>In short: stop, then think. ")),
        Arguments.of(
            "a note says something else",
            OurDiagrams.replaced(
                "deployment.bpmn", "Facts alone decide here", "Only facts decide here")),
        Arguments.of(
            "a shape moves",
            OurDiagrams.replaced(
                "deployment.bpmn", "<dc:Bounds x=\"170\"", "<dc:Bounds x=\"175\"")),
        Arguments.of(
            "a shape gets another colour",
            OurDiagrams.replaced("deployment.bpmn", "#FFF1D6", "#DFF3E3")),
        Arguments.of(
            "one more variable is handed on",
            OurDiagrams.replaced(
                "model-authorization.bpmn",
                "<camunda:in source=\"submitter\" target=\"submitter\" />",
                "<camunda:in source=\"submitter\" target=\"submitter\" />\n          <camunda:in source=\"tier\" target=\"tier\" />")),
        Arguments.of(
            "more signatures are needed for one way on",
            OurDiagrams.replaced(
                "gate-3-authorization.bpmn",
                "${returns == 0}",
                "${returns == 0 &amp;&amp; approvals &gt;= 2}")),
        Arguments.of(
            "a flow gets another id",
            OurDiagrams.changed(
                "emergency-stop.bpmn",
                text -> text.replace("retire-endpoint-to-retired", "retire-endpoint-and-end"))),
        Arguments.of("an alert is raised before a version is archived", OneMoreStep.diagram()),
        Arguments.of(
            "a comment stands in the file",
            OurDiagrams.replaced(
                "emergency-stop.bpmn",
                "<bpmn:documentation>",
                "<!-- read me --><bpmn:documentation>")));
  }

  /** An owner adds a step: element, two flows. */
  private static final class OneMoreStep {

    private OneMoreStep() {}

    static Diagram diagram() {
      String step =
          "<bpmn:serviceTask id=\"archive-alert\" camunda:delegateExpression=\"${raiseSecurityAlert}\" />"
              + "<bpmn:sequenceFlow id=\"one-more\" sourceRef=\"archive-alert\" targetRef=\"archive-with-results\" />";
      return OurDiagrams.changed(
          "model-authorization.bpmn",
          text ->
              text.replace(
                  "sourceRef=\"archive-reasons-meet\" targetRef=\"archive-with-results\" />",
                  "sourceRef=\"archive-reasons-meet\" targetRef=\"archive-alert\" />" + step));
    }
  }
}
