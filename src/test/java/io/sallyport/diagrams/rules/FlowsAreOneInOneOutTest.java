package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class FlowsAreOneInOneOutTest {

  private final FlowsAreOneInOneOut rule = new FlowsAreOneInOneOut();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void a_task_with_two_flows_out_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:sequenceFlow id=\"retire-endpoint-to-retired\"",
            "<bpmn:sequenceFlow id=\"more\" sourceRef=\"stop-traffic\" targetRef=\"retired\" /><bpmn:sequenceFlow id=\"retire-endpoint-to-retired\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/flows-are-one-in-one-out: the flow of stop-traffic is 1 in, 2 out; the limit is one in, one out",
            "diagrams/flows-are-one-in-one-out: the flow of retired is 2 in, 0 out; the limit is one in, one out");
  }

  @Test
  void a_flow_to_nowhere_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "sourceRef=\"retire-endpoint\" targetRef=\"retired\"",
            "sourceRef=\"retire-endpoint\" targetRef=\"gone\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/flows-are-one-in-one-out: the flow of retired is 0 in, 0 out; the limit is one in, one out",
            "diagrams/flows-are-one-in-one-out: retire-endpoint-to-retired is from emergency-stop to nowhere; the limit is one scope");
  }
}
