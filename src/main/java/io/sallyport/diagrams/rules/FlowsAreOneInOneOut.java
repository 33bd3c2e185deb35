package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Diagram;
import io.sallyport.diagrams.Flow;
import io.sallyport.diagrams.Node;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every node but a gateway has one flow in and one out, so that a case never splits or ends unseen;
 * a gateway forks or joins, never both; a flow joins two nodes of one scope.
 */
public final class FlowsAreOneInOneOut implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/flows-are-one-in-one-out";
  }

  @Override
  public List<Finding> check(Examined examined) {
    Diagram diagram = examined.diagram();
    return Stream.concat(
            diagram.nodes().stream().flatMap(node -> node(diagram, node)),
            diagram.flows().stream().flatMap(flow -> ends(diagram, flow)))
        .toList();
  }

  private Stream<Finding> node(Diagram diagram, Node node) {
    long in = diagram.into(node).count();
    long out = diagram.from(node).count();
    boolean right =
        switch (node.kind()) {
          case START, BOUNDARY -> in == 0 && out == 1;
          case END -> in == 1 && out == 0;
          case EXCLUSIVE, PARALLEL, INCLUSIVE, EVENT_BASED ->
              (in == 1 && out > 1) || (in > 1 && out == 1);
          default -> in == 1 && out == 1;
        };
    String limit = node.kind().isGateway() ? "a fork or a join" : "one in, one out";
    return right
        ? Stream.empty()
        : Stream.of(finding("the flow of " + node.id(), in + " in, " + out + " out", limit));
  }

  private Stream<Finding> ends(Diagram diagram, Flow flow) {
    String source = diagram.node(flow.source()).map(Node::scope).orElse("nothing");
    String target = diagram.node(flow.target()).map(Node::scope).orElse("nowhere");
    return source.equals(target)
        ? Stream.empty()
        : Stream.of(finding(flow.id(), "from " + source + " to " + target, "one scope"));
  }
}
