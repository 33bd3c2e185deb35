package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class DelegatesAreKnownTest {

  private final DelegatesAreKnown rule = new DelegatesAreKnown();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void R05_a_bean_that_the_product_does_not_have_is_refused() {
    Diagram changed =
        OurDiagrams.replaced("emergency-stop.bpmn", "${stopTraffic}", "${dataSource}");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/delegates-are-known: the delegate of stop-traffic is ${dataSource}; the limit is a bean of the product");
  }

  @Test
  void R05_a_step_without_a_delegate_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", " camunda:delegateExpression=\"${stopTraffic}\"", "");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/delegates-are-known: the delegate of stop-traffic is missing; the limit is a bean of the product");
  }

  @Test
  void R02_another_listener_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "event=\"complete\" delegateExpression=\"${signatureRecorded}\"",
            "event=\"create\" delegateExpression=\"${stopTraffic}\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/delegates-are-known: camunda:taskListener decide-after-stop-signed is ${stopTraffic} at create; the limit is ${signatureRecorded} at complete");
  }
}
