package io.sallyport.diagrams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram as a value: what it says of itself, and how it is shown. */
class DiagramTest {

  private static final Marks MARKS =
      new Marks(
          Set.of("stop-ordered", "stop-ordered-to-stop-traffic", "stop-traffic"),
          Set.of("decide-after-stop"),
          Set.of("restore-traffic"));

  static Iterable<Diagram> processes() {
    return OurDiagrams.processes();
  }

  @Test
  void a_diagram_says_what_it_is() {
    Diagram diagram = OurDiagrams.one("approval-quorum.dmn");
    assertThat(diagram.kind()).isEqualTo(DiagramKind.DMN);
    assertThat(diagram.id()).isEqualTo("approval-quorum");
    assertThat(diagram.name()).isEqualTo("How many authorities must approve");
    assertThat(diagram.sha256()).matches("[0-9a-f]{64}");
    assertThat(diagram.nodes()).isEmpty();
  }

  @Test
  void the_same_words_are_meant_under_any_prefix() {
    String text = OurDiagrams.text("emergency-stop.bpmn");
    Diagram other =
        OurDiagrams.read(
            "other.bpmn", text.replace("bpmn:", "b:").replace("xmlns:bpmn=", "xmlns:b="));
    Diagram ours = OurDiagrams.one("emergency-stop.bpmn");
    assertThat(other.nodes()).hasToString(ours.nodes().toString());
    assertThat(other.flows()).isEqualTo(ours.flows());
    assertThat(other.sha256()).isNotEqualTo(ours.sha256());
  }

  @ParameterizedTest
  @MethodSource("processes")
  void R15_a_picture_needs_no_style_script_or_reference(Diagram diagram) {
    String svg = diagram.svg(MARKS);
    assertThat(svg)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"")
        .doesNotContain("style", "script", "href", "url(", " id=", "NaN", "Infinity");
    assertThat(XmlReader.read("picture.svg", bytes(svg)).all("{http://www.w3.org/2000/svg}title"))
        .hasSizeGreaterThan(diagram.nodes().size());
  }

  @Test
  void F31_a_picture_says_in_words_where_a_case_stands() {
    assertThat(OurDiagrams.one("emergency-stop.bpmn").svg(MARKS))
        .contains("<title>Step: Stop the traffic (passed)</title>")
        .contains("<title>Task of a person: Restore or retire, and sign (now here)</title>")
        .contains("<title>Step: Restore the traffic (failed here)</title>")
        .contains("<title>Step: Retire the endpoint</title>");
  }

  @Test
  void a_table_has_no_picture() {
    assertThatThrownBy(() -> OurDiagrams.one("approval-quorum.dmn").svg(Marks.none()))
        .isInstanceOf(Refused.class)
        .hasMessage("diagrams/picture: approval-quorum.dmn is DMN; the limit is BPMN");
  }

  @Test
  void a_diagram_is_told_in_the_order_in_which_a_case_goes() {
    assertThat(OurDiagrams.one("emergency-stop.bpmn").inWords())
        .isEqualTo(
            """
            1. Start: Stop ordered and signed; then 2 Stop the traffic.
            2. Step: Stop the traffic; then 3.
            3. Choice; then 4 Restore or retire, and sign.
            4. Task of a person: Restore or retire, and sign; then 5 Restore?.
            5. Choice: Restore?; then Yes: 6 Re-check the ledger, No: 13 Retire the endpoint.
            6. Step: Re-check the ledger; then 7 Restore the traffic.
            7. Step: Restore the traffic; then 8 Restored.
            8. End: Restored.
            9. Way out: Refused (from 7 Restore the traffic); then 10.
            10. Choice; then 11 Raise a security alert.
            11. Step: Raise a security alert; then 3.
            12. Way out: Refused (from 6 Re-check the ledger); then 10.
            13. Step: Retire the endpoint; then 14 Retired.
            14. End: Retired.
            15. Way out: 24 hours passed (from 4 Restore or retire, and sign); then 16 Ask the authorizing official.
            16. Step: Ask the authorizing official; then 17 Escalated: stays stopped.
            17. End: Escalated: stays stopped.
            """);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
