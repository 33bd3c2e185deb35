package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * R02, R04, R05: every element of the file is on the list, in a place where the list wants it.
 * Scripts, connectors, {@code inputOutput}, signals, terminate ends, event sub-processes and other
 * namespaces are not.
 */
public final class OnlyListedElements implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/only-listed-elements";
  }

  @Override
  public List<Finding> check(Examined examined) {
    return below(examined.diagram().xml(), examined.diagram().xml()).toList();
  }

  private Stream<Finding> below(Xml parent, Xml element) {
    return element.children().stream()
        .flatMap(
            child ->
                AllowedXml.allowsChild(parent, element, child)
                    ? below(element, child)
                    : Stream.of(finding(element.label(), "holding " + child.label(), "the list")));
  }
}
