package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.AllowList;
import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * R05: each step is done by a bean of the product, named by {@code ${bean}} alone and like its
 * task; the only listener is {@code signatureRecorded} at the completion of a task.
 */
public final class DelegatesAreKnown implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/delegates-are-known";
  }

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.concat(
            examined.nodes(NodeKind.SERVICE).flatMap(node -> step(node, examined.allowList())),
            examined.elements("camunda:taskListener").flatMap(this::listener))
        .toList();
  }

  private Stream<Finding> step(Node node, AllowList allowList) {
    String expression = node.xml().attributeOrEmpty("camunda:delegateExpression");
    boolean known = node.bean().filter(allowList::knows).isPresent();
    return known
        ? Stream.empty()
        : Stream.of(
            finding(
                "the delegate of " + node.id(),
                expression.isEmpty() ? "missing" : expression,
                "a bean of the product"));
  }

  private Stream<Finding> listener(Xml listener) {
    String value =
        listener.attributeOrEmpty("delegateExpression")
            + " at "
            + listener.attributeOrEmpty("event");
    String limit = "${signatureRecorded} at complete";
    return value.equals(limit)
        ? Stream.empty()
        : Stream.of(finding(listener.label(), value, limit));
  }
}
