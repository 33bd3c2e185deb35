package io.sallyport.diagrams.proof;

import static java.util.stream.Collectors.toSet;

import io.sallyport.diagrams.AllowList;
import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a non-interrupting boundary event starts: a reminder beside the case. It may do quiet steps
 * and end; it never meets the case again, so that the token game can leave it out.
 */
public final class SideBranches {

  private final Diagram diagram;
  private final AllowList allowList;

  public SideBranches(Diagram diagram, AllowList allowList) {
    this.diagram = diagram;
    this.allowList = allowList;
  }

  /** The nodes of all side branches. */
  public Set<Node> nodes() {
    return closure(starts(boundary -> !boundary.interrupts()).toList());
  }

  /** Those nodes of side branches that are more than a quiet step beside the case. */
  public List<Node> loud() {
    Set<Node> main =
        closure(
            Stream.concat(
                    diagram.nodes().stream().filter(node -> node.kind() == NodeKind.START),
                    starts(Node::interrupts))
                .toList());
    return nodes().stream().filter(node -> main.contains(node) || !isQuiet(node)).toList();
  }

  private Stream<Node> starts(Predicate<Node> wanted) {
    return diagram.nodes().stream().filter(node -> node.kind() == NodeKind.BOUNDARY).filter(wanted);
  }

  private boolean isQuiet(Node node) {
    return switch (node.kind()) {
      case BOUNDARY, EXCLUSIVE -> true;
      case END -> !node.has("error") && !node.has("terminate");
      case SERVICE ->
          node.bean()
              .filter(bean -> !Guard.guards(bean) && allowList.codes(bean).isEmpty())
              .isPresent();
      default -> false;
    };
  }

  private Set<Node> closure(Collection<Node> from) {
    Set<Node> reached = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (reached.add(node)) open.addAll(next(node));
    }
    return reached;
  }

  private Set<Node> next(Node node) {
    return diagram
        .from(node)
        .flatMap(flow -> diagram.node(flow.target()).stream())
        .collect(toSet());
  }
}
