package io.sallyport.diagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R01 to R05: each payload that ran on the engine when it was tried, and each is refused by name.
 */
class HostileDiagramTest {

  private static final String STEP = "<bpmn:serviceTask id=\"stop-traffic\"";
  private static final String FIRST = "<bpmn:startEvent id=\"stop-ordered\"";

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
  @MethodSource({"code", "expressions"})
  void R02_a_payload_is_refused_by_name(String name, String before, String after, String rule) {
    Diagram hostile = OurDiagrams.replaced("emergency-stop.bpmn", before, after);
    assertThat(hostile.findings(AllowList.product()))
        .extracting(Finding::rule)
        .contains("diagrams/" + rule);
  }

  /** Row 2 of the traps: what runs code without any expression. */
  static Stream<Arguments> code() {
    String elements = "only-listed-elements";
    String attributes = "only-listed-attributes";
    return Stream.of(
        before(
            "script task",
            FIRST,
            "<bpmn:scriptTask id=\"a\"><bpmn:script>x</bpmn:script></bpmn:scriptTask>",
            elements),
        before("send task", FIRST, "<bpmn:sendTask id=\"a\" camunda:type=\"shell\" />", elements),
        before("manual task", FIRST, "<bpmn:manualTask id=\"a\" />", elements),
        before(
            "script in a listener",
            "<camunda:taskListener",
            "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>",
            elements),
        before(
            "input parameter",
            "<camunda:taskListener",
            "<camunda:inputOutput><camunda:inputParameter name=\"a\">${x}</camunda:inputParameter></camunda:inputOutput>",
            elements),
        before(
            "connector",
            "<camunda:failedJob",
            "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>",
            elements),
        before(
            "field of a listener",
            "</bpmn:extensionElements>\n      <bpmn:incoming>decision-needed",
            "<camunda:field name=\"a\" expression=\"${x}\" />",
            elements),
        before(
            "form with fields",
            "<camunda:taskListener",
            "<camunda:formData><camunda:formField id=\"a\" label=\"${x}\" /></camunda:formData>",
            elements),
        before("signal", FIRST, "<bpmn:signal id=\"s\" name=\"${x}\" />", elements),
        Arguments.of("shell", STEP, STEP + " camunda:type=\"shell\"", attributes),
        Arguments.of("class", STEP, STEP + " camunda:class=\"a.B\"", attributes),
        Arguments.of("expression", STEP, STEP + " camunda:expression=\"${x}\"", attributes),
        Arguments.of("topic", STEP, STEP + " camunda:topic=\"x\"", attributes),
        Arguments.of("priority", STEP, STEP + " camunda:jobPriority=\"1\"", attributes),
        Arguments.of(
            "activiti",
            STEP,
            STEP + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"a.B\"",
            attributes),
        Arguments.of(
            "script as condition",
            "xsi:type=\"bpmn:tFormalExpression\">${outcome",
            "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${outcome",
            attributes),
        Arguments.of(
            "resource as condition",
            "xsi:type=\"bpmn:tFormalExpression\">${outcome",
            "xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"a.groovy\">${outcome",
            attributes));
  }

  /** Row 1 of the traps: where the engine evaluated text, seen by running it. */
  static Stream<Arguments> expressions() {
    String places = "expressions-stay-in-their-places";
    String attributes = "only-listed-attributes";
    return Stream.of(
        Arguments.of("name", "name=\"Stop the traffic\"", "name=\"${x.y()}\"", places),
        Arguments.of("name of a variable", "name=\"Stop the traffic\"", "name=\"${x}\"", places),
        Arguments.of(
            "documentation", "<bpmn:documentation>", "<bpmn:documentation>#{x.y()}", places),
        Arguments.of("candidates", "${deciders}", "${x.y()}", places),
        Arguments.of(
            "assignee",
            "camunda:candidateGroups=\"${deciders}\"",
            "camunda:assignee=\"${x.y()}\"",
            places),
        Arguments.of(
            "candidate users", "camunda:candidateGroups", "camunda:candidateUsers", attributes),
        Arguments.of(
            "form key",
            "camunda:formKey=\"decide-after-stop\"",
            "camunda:formKey=\"${x}\"",
            places),
        Arguments.of(
            "form reference",
            "camunda:formKey=\"decide-after-stop\"",
            "camunda:formRef=\"${x}\"",
            attributes),
        Arguments.of(
            "due date", "camunda:dueDate=\"PT24H\"", "camunda:dueDate=\"${x.y()}\"", places),
        Arguments.of("follow-up date", "camunda:dueDate", "camunda:followUpDate", attributes),
        Arguments.of(
            "priority", "camunda:dueDate=\"PT24H\"", "camunda:priority=\"${x}\"", attributes),
        Arguments.of("retry cycle", "R5/PT1M", "${x}", places),
        Arguments.of("timer", ">PT24H<", ">${x}<", places),
        Arguments.of("delegate", "${stopTraffic}", "${x.y()}", places),
        Arguments.of("delegate among words", "${stopTraffic}", "a ${stopTraffic}", places),
        Arguments.of("listener", "${signatureRecorded}", "${x.y()}", places),
        Arguments.of(
            "condition",
            "${outcome == 'restore'}",
            "${x.y() == 'restore'}",
            "conditions-compare-names"),
        Arguments.of(
            "condition of two",
            "${outcome == 'restore'}",
            "${a == 1}${x.y()}",
            "conditions-compare-names"),
        Arguments.of(
            "error message",
            "<bpmn:error id=",
            "<bpmn:error camunda:errorMessage=\"${x}\" id=",
            attributes),
        Arguments.of(
            "error code",
            "errorCode=\"deployment-refused\"",
            "errorCode=\"java.lang.RuntimeException\"",
            "references-are-literal"),
        Arguments.of(
            "starter",
            "camunda:isStartableInTasklist=\"false\"",
            "camunda:candidateStarterUsers=\"${x}\"",
            attributes));
  }

  private static Arguments before(String name, String place, String payload, String rule) {
    return Arguments.of(name, place, payload + place, rule);
  }

  @Test
  void R02_a_cell_of_a_table_in_another_language_is_refused() {
    Diagram hostile =
        OurDiagrams.replaced(
            "approval-quorum.dmn",
            "typeRef=\"string\"",
            "typeRef=\"string\" expressionLanguage=\"juel\"");
    assertThat(hostile.findings(AllowList.product()))
        .extracting(Finding::rule)
        .contains("diagrams/decisions-speak-feel");
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
