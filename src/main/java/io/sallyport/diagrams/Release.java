package io.sallyport.diagrams;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All diagrams that are deployed together. Calls and tables are bound to their own deployment, so
 * that a release is the whole world of each of its cases.
 */
public record Release(List<Diagram> diagrams, AllowList allowList) {

  public Release {
    diagrams = List.copyOf(diagrams);
  }

  /** A release that uses the delegates of this version of the product. */
  public static Release of(List<Diagram> diagrams) {
    return new Release(diagrams, AllowList.product());
  }

  public Optional<Diagram> process(String id) {
    return processes().stream().filter(diagram -> diagram.id().equals(id)).findFirst();
  }

  List<Diagram> processes() {
    return diagrams.stream().filter(diagram -> diagram.kind() == DiagramKind.BPMN).toList();
  }

  /**
   * Where cases begin: the processes that none of the others calls, and one of each ring of
   * processes that only call each other, so that no process is left out of the proof.
   */
  List<Diagram> roots() {
    Set<String> called =
        processes().stream().flatMap(diagram -> calls(diagram).stream()).collect(toSet());
    List<Diagram> roots = new ArrayList<>();
    Set<String> reached = new HashSet<>();
    Stream.concat(
            processes().stream().filter(diagram -> !called.contains(diagram.id())),
            processes().stream())
        .forEach(
            diagram -> {
              if (reached.contains(diagram.id())) return;
              roots.add(diagram);
              reach(diagram, reached);
            });
    return roots;
  }

  private void reach(Diagram diagram, Set<String> reached) {
    if (!reached.add(diagram.id())) return;
    calls(diagram).forEach(id -> process(id).ifPresent(called -> reach(called, reached)));
  }

  private static List<String> calls(Diagram diagram) {
    return diagram.nodes().stream().flatMap(node -> node.calledElement().stream()).toList();
  }
}
