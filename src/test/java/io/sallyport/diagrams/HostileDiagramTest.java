package io.sallyport.diagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.abuse.Payload;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R01 to R05: each payload that ran on the engine when it was tried, and each is refused by name.
 */
class HostileDiagramTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///dev/random\"> %p;]><a/>"
      })
  void R01_a_doctype_is_refused_before_anything_is_looked_up(String xml) {
    assertThatThrownBy(() -> OurDiagrams.read("hostile.bpmn", xml))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("diagrams/safe-xml: hostile.bpmn is not readable: DOCTYPE is");
  }

  @Test
  void R01_a_doctype_in_another_encoding_is_refused_as_well() {
    byte[] bytes =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a><a/>"
            .getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> Diagram.read("hostile.bpmn", bytes))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("diagrams/safe-xml: hostile.bpmn is not readable: DOCTYPE is");
  }

  @Test
  void R01_size_depth_and_number_of_elements_have_limits() {
    assertRefused(" ".repeat(XmlReader.SIZE_BYTES_MAX + 1), "1048577 bytes long", "1048576 bytes");
    assertRefused("<a>".repeat(33), "nested deeper", "32 levels");
    assertRefused("<a>" + "<b/>".repeat(10_000) + "</a>", "larger", "10000 elements");
    assertRefused("<a><?php x ?></a>", "carrying the instruction php", "no processing instruction");
  }

  private static void assertRefused(String xml, String value, String limit) {
    assertThatThrownBy(() -> Diagram.read("hostile.bpmn", xml.getBytes(UTF_8)))
        .isInstanceOf(Refused.class)
        .hasMessage("diagrams/safe-xml: hostile.bpmn is " + value + "; the limit is " + limit);
  }

  @Test
  void R01_what_is_neither_bpmn_nor_dmn_is_refused() {
    assertThatThrownBy(() -> OurDiagrams.read("page.bpmn", "<html/>"))
        .hasMessage(
            "diagrams/bpmn-or-dmn: page.bpmn is html; the limit is definitions of BPMN 2.0 or DMN"
                + " 1.3");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.sallyport.abuse.Payloads#all")
  void R02_to_R05_a_payload_is_refused_by_name(Payload payload) {
    assertThat(rules(payload)).contains(payload.rule());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.sallyport.abuse.Payloads#harmless")
  void R02_to_R05_what_the_payloads_are_put_into_is_not_refused(Payload harmless) {
    assertThat(rules(harmless)).isEmpty();
  }

  private static List<String> rules(Payload payload) {
    return OurDiagrams.read(payload.file(), payload.text()).findings(AllowList.product()).stream()
        .map(Finding::rule)
        .toList();
  }

  @Test
  void R15_a_name_with_markup_stays_text_in_the_picture() {
    Diagram hostile =
        OurDiagrams.replaced(
            "emergency-stop.bpmn",
            "name=\"Stop the traffic\"",
            "name=\"&lt;script>alert(1)&lt;/script>\"");
    assertThat(hostile.svg(Marks.none())).contains("&lt;script&gt;").doesNotContain("<script");
  }
}
