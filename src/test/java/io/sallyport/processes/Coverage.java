package io.sallyport.processes;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What has been gone through of all diagrams and tables. */
record Coverage(List<Line> lines) {

  private static final Path FILES = Path.of("processes");

  /** Of one diagram or table: the covered ones of all nodes, flows or rows. */
  record Line(String file, String what, Set<String> all, Set<String> missing) {

    static Line of(String file, String what, Collection<String> all, Set<String> seen) {
      Set<String> missing = new TreeSet<>(all);
      missing.removeIf(id -> seen.contains(file + " " + id));
      return new Line(file, what, new TreeSet<>(all), missing);
    }

    @Override
    public String toString() {
      int covered = all.size() - missing.size();
      return "%-28s | %-5s | %2d of %2d".formatted(file, what, covered, all.size());
    }
  }

  /** Judges what was seen: {@link Seen}. */
  static Coverage of(Set<String> seen) {
    List<Line> lines = new ArrayList<>();
    for (Path file : files(".bpmn")) {
      BpmnModelInstance diagram = Bpmn.readModelFromFile(file.toFile());
      String process = process(diagram);
      lines.add(Line.of(process, "nodes", elements(diagram, FlowNode.class), seen));
      lines.add(Line.of(process, "flows", elements(diagram, SequenceFlow.class), seen));
    }
    for (Path file : files(".dmn")) {
      DmnModelInstance table = Dmn.readModelFromFile(file.toFile());
      String decision = table.getModelElementsByType(Decision.class).iterator().next().getId();
      lines.add(Line.of(decision, "rows", rules(table), seen));
    }
    return new Coverage(lines);
  }

  /** The ids of all processes. */
  static List<String> processes() {
    return files(".bpmn").stream()
        .map(file -> process(Bpmn.readModelFromFile(file.toFile())))
        .toList();
  }

  /** What nothing went through: a line each, by its id. */
  List<String> missing() {
    return lines.stream()
        .flatMap(line -> line.missing().stream().map(id -> line.file() + " " + id))
        .toList();
  }

  /** A line for each file. */
  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(joining("\n"));
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String process(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(Process.class).iterator().next().getId();
  }

  private static <T extends FlowElement> List<String> elements(
      BpmnModelInstance diagram, Class<T> type) {
    return diagram.getModelElementsByType(type).stream().map(element -> element.getId()).toList();
  }

  private static List<String> rules(DmnModelInstance table) {
    return table.getModelElementsByType(Rule.class).stream().map(DmnElement::getId).toList();
  }
}
