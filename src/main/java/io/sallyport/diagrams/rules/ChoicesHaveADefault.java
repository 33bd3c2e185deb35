package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Flow;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A choice has a default, and a condition on every other way out: the engine takes a flow without
 * condition as true, and stops where nothing is true.
 */
public final class ChoicesHaveADefault implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/choices-have-a-default";
  }

  @Override
  public List<Finding> check(Examined examined) {
    Diagram diagram = examined.diagram();
    return Stream.concat(
            examined.nodes(NodeKind.EXCLUSIVE).flatMap(choice -> choice(diagram, choice)),
            diagram.flows().stream()
                .filter(flow -> flow.condition().isPresent())
                .filter(flow -> !isFromChoice(diagram, flow))
                .map(flow -> finding(flow.id(), "conditional", "conditions at a choice only")))
        .toList();
  }

  private Stream<Finding> choice(Diagram diagram, Node choice) {
    List<Flow> out = diagram.from(choice).toList();
    if (out.size() < 2) return Stream.empty();
    String usual = choice.xml().attributeOrEmpty("default");
    Stream<Finding> unconditional =
        out.stream()
            .filter(flow -> flow.id().equals(usual) == flow.condition().isPresent())
            .map(flow -> finding(flow.id(), "wrong", "a condition on all but the default"));
    return out.stream().anyMatch(flow -> flow.id().equals(usual))
        ? unconditional
        : Stream.concat(
            Stream.of(finding("the default of " + choice.id(), "missing", "one of its flows")),
            unconditional);
  }

  private static boolean isFromChoice(Diagram diagram, Flow flow) {
    return diagram
        .node(flow.source())
        .filter(node -> node.kind() == NodeKind.EXCLUSIVE)
        .isPresent();
  }
}
