package io.sallyport.diagrams.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.OurDiagrams;
import org.junit.jupiter.api.Test;

class IdsAreUniqueTest {

  private final IdsAreUnique rule = new IdsAreUnique();

  @Test
  void our_own_diagrams_keep_it() {
    assertThat(OurDiagrams.all())
        .allSatisfy(ours -> assertThat(OurDiagrams.check(rule, ours)).isEmpty());
  }

  @Test
  void an_id_that_is_used_twice_is_named() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "<bpmn:endEvent id=\"retired\"",
            "<bpmn:endEvent id=\"restored\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/ids-are-unique: the id restored is used twice; the limit is one thing an id");
  }

  @Test
  void an_id_that_is_no_word_is_refused() {
    Diagram changed =
        OurDiagrams.replaced(
            "emergency-stop.bpmn", "<bpmn:endEvent id=\"retired\"", "<bpmn:endEvent id=\"a b\"");
    assertThat(OurDiagrams.check(rule, changed))
        .containsExactly(
            "diagrams/ids-are-unique: the id of bpmn:endEvent a b is no word; the limit is [A-Za-z][A-Za-z0-9_.-]{0,119}");
  }
}
