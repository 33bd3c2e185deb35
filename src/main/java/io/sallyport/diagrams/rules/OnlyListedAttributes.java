package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * R02 to R05: every attribute of the file is on the list of its element. {@code camunda:class},
 * {@code camunda:expression}, {@code camunda:type} and whatever else lets the engine do something
 * are not.
 */
public final class OnlyListedAttributes implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/only-listed-attributes";
  }

  @Override
  public List<Finding> check(Examined examined) {
    return below(examined.diagram().xml(), examined.diagram().xml()).toList();
  }

  private Stream<Finding> below(Xml parent, Xml element) {
    return Stream.concat(
        element.attributes().keySet().stream()
            .sorted()
            .filter(attribute -> !AllowedXml.allowsAttribute(parent, element, attribute))
            .map(attribute -> finding(element.label(), "carrying " + attribute, "the list")),
        element.children().stream().flatMap(child -> below(element, child)));
  }
}
