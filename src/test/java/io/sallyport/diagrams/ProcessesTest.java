package io.sallyport.diagrams;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.diagrams.picture.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model test over {@code processes/} and {@code forms/}: everything fits everything else. */
class ProcessesTest {

  private static final List<Diagram> OURS = OurDiagrams.all();

  static List<Diagram> all() {
    return OURS;
  }

  static List<Diagram> processes() {
    return OurDiagrams.processes();
  }

  @ParameterizedTest
  @MethodSource("all")
  void R02_every_diagram_of_ours_is_on_the_allow_list(Diagram diagram) {
    assertThat(diagram.findings(AllowList.product())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_process_is_valid_against_the_schema_of_bpmn(Diagram diagram) {
    Path file = OurDiagrams.FOLDER.resolve(diagram.file());
    Bpmn.validateModel(Bpmn.readModelFromFile(file.toFile()));
  }

  @Test
  void F01_S09_no_path_of_our_release_leads_round_a_gate() {
    Proof proof = Proof.of(Release.of(OURS));
    assertThat(proof.findings()).isEmpty();
    assertThat(proof.holds()).isTrue();
    assertThat(proof.states()).isBetween(50, 1_000);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_file_is_named_like_its_process_or_its_decision(Diagram diagram) {
    assertThat(diagram.file()).startsWith(diagram.id() + ".");
  }

  @ParameterizedTest
  @MethodSource("processes")
  void a_delegate_is_named_like_its_task(Diagram diagram) {
    assertThat(diagram.nodes())
        .filteredOn(node -> node.kind() == NodeKind.SERVICE)
        .allSatisfy(node -> assertThat(node.bean()).contains(camelCase(node.id())));
  }

  @Test
  void every_bean_of_the_allow_list_is_used() {
    assertThat(nodes().flatMap(node -> node.bean().stream()))
        .containsAll(AllowList.product().delegates().keySet());
  }

  @Test
  void every_human_task_has_its_form_and_every_form_its_task() throws IOException {
    Set<String> tasks =
        nodes().filter(node -> node.kind() == NodeKind.USER).map(Node::id).collect(toSet());
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      assertThat(forms.map(form -> form.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(tasks.stream().map(task -> task + ".form").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void a_form_is_plain_data_with_grounds_and_an_outcome(Path file) throws IOException {
    JsonNode form = new ObjectMapper().readTree(file.toFile());
    assertThat(form.path("id").asText() + ".form").isEqualTo(file.getFileName().toString());
    assertThat(form.findValuesAsText("type"))
        .isSubsetOf(
            "default",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "datetime",
            "group");
    assertThat(form.findValuesAsText("key")).contains("outcome", "grounds");
    assertThat(form.toString()).doesNotContain("${", "#{", "=\"", "{{");
  }

  static List<Path> forms() throws IOException {
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      return forms.sorted().toList();
    }
  }

  @Test
  void what_a_process_calls_or_asks_is_in_the_release() {
    Set<String> ids = OURS.stream().map(Diagram::id).collect(toSet());
    assertThat(
            nodes()
                .flatMap(
                    node ->
                        Stream.concat(node.calledElement().stream(), node.decisionRef().stream())))
        .isSubsetOf(ids);
  }

  @Test
  void a_process_or_decision_is_there_once() {
    assertThat(OURS).extracting(Diagram::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void every_node_flow_and_note_is_drawn(Diagram diagram) {
    Layout layout = Layout.of(diagram);
    Set<String> shapes = new TreeSet<>();
    diagram.nodes().forEach(node -> shapes.add(node.id()));
    ids(diagram, "bpmn:textAnnotation").forEach(shapes::add);
    Set<String> lines = new TreeSet<>();
    diagram.flows().forEach(flow -> lines.add(flow.id()));
    ids(diagram, "bpmn:association").forEach(lines::add);
    assertThat(layout.shapes().keySet()).containsExactlyInAnyOrderElementsOf(shapes);
    assertThat(layout.lines().keySet()).containsExactlyInAnyOrderElementsOf(lines);
    assertThat(layout.lines().values()).allMatch(line -> line.points().size() >= 2);
  }

  @ParameterizedTest
  @MethodSource("processes")
  void one_to_three_notes_tell_a_layman_the_rules(Diagram diagram) {
    assertThat(ids(diagram, "bpmn:textAnnotation").count()).isBetween(1L, 3L);
  }

  private static Stream<String> ids(Diagram diagram, String name) {
    return diagram.xml().all(name).map(xml -> xml.attributeOrEmpty("id"));
  }

  private static Stream<Node> nodes() {
    return OURS.stream().flatMap(diagram -> diagram.nodes().stream());
  }

  private static String camelCase(String id) {
    String[] words = id.split("-", -1);
    return words[0]
        + Arrays.stream(words)
            .skip(1)
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(joining());
  }
}
