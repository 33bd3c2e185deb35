package io.sallyport.diagrams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A diagram in words (WCAG 1.1.1): numbered lines in the order in which a case comes to them, each
 * with where it goes on.
 */
final class Outline {

  private final Diagram diagram;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  Outline(Diagram diagram) {
    this.diagram = diagram;
    order(diagram.id());
    for (String id : numbers.keySet()) diagram.node(id).ifPresent(this::line);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  private void order(String scope) {
    diagram.nodes().stream()
        .filter(node -> node.scope().equals(scope) && node.kind() == NodeKind.START)
        .forEach(this::order);
  }

  /** The way straight on first, then what leaves a node by its edge. */
  private void order(Node node) {
    if (numbers.putIfAbsent(node.id(), numbers.size() + 1) != null) return;
    if (node.kind() == NodeKind.SUB_PROCESS) order(node.id());
    Stream.concat(
            diagram.from(node).flatMap(flow -> diagram.node(flow.target()).stream()),
            diagram.boundariesOf(node))
        .forEach(this::order);
  }

  private void line(Node node) {
    StringBuilder line = new StringBuilder();
    line.append(numbers.get(node.id())).append(". ").append(node.kind().words());
    if (!node.name().isEmpty()) line.append(": ").append(node.name());
    node.attachedTo()
        .flatMap(diagram::node)
        .ifPresent(activity -> line.append(" (from ").append(reference(activity)).append(')'));
    if (!diagram.node(node.scope()).isEmpty())
      line.append(" (inside ").append(number(node)).append(')');
    List<String> ways = diagram.from(node).map(this::way).toList();
    if (!ways.isEmpty()) line.append("; then ").append(String.join(", ", ways));
    lines.add(line + ".");
  }

  private String number(Node node) {
    return String.valueOf(numbers.getOrDefault(node.scope(), 0));
  }

  private String way(Flow flow) {
    String target = diagram.node(flow.target()).map(this::reference).orElse("nowhere");
    return flow.name().isEmpty() ? target : flow.name() + ": " + target;
  }

  private String reference(Node node) {
    return numbers.getOrDefault(node.id(), 0) + (node.name().isEmpty() ? "" : " " + node.name());
  }
}
