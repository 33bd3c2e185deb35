package io.sallyport.diagrams;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  Optional<Diagram> process(String id) {
    return processes().stream().filter(diagram -> diagram.id().equals(id)).findFirst();
  }

  List<Diagram> processes() {
    return diagrams.stream().filter(diagram -> diagram.kind() == DiagramKind.BPMN).toList();
  }

  /** The processes that none of the others calls: where cases begin. */
  List<Diagram> roots() {
    Set<String> called =
        processes().stream()
            .flatMap(diagram -> diagram.nodes().stream())
            .flatMap(node -> node.calledElement().stream())
            .collect(toSet());
    return processes().stream().filter(diagram -> !called.contains(diagram.id())).toList();
  }
}
