package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Node;
import io.sallyport.diagrams.NodeKind;
import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A called process is given the business key and variables by name, never all of them; names of
 * variables are plain names.
 */
public final class VariablesAreNamed implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/variables-are-named";
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

  private static final Map<String, Set<String>> VARIABLES =
      Map.of(
          "camunda:in", Set.of("source", "target"),
          "camunda:out", Set.of("source", "target"),
          "bpmn:businessRuleTask", Set.of("camunda:resultVariable"),
          "bpmn:multiInstanceLoopCharacteristics",
              Set.of("camunda:collection", "camunda:elementVariable"));

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.concat(
            examined.elements().flatMap(this::names),
            examined.nodes(NodeKind.CALL).flatMap(this::businessKey))
        .toList();
  }

  private Stream<Finding> names(Xml element) {
    if (element.attribute("businessKey").isPresent()) return Stream.empty();
    return VARIABLES.getOrDefault(element.name(), Set.of()).stream()
        .sorted()
        .filter(variable -> !NAME.matcher(element.attributeOrEmpty(variable)).matches())
        .map(
            variable ->
                finding(
                    element.label() + " " + variable,
                    element.attribute(variable).orElse("missing"),
                    NAME));
  }

  private Stream<Finding> businessKey(Node call) {
    long keys =
        call.xml().all("camunda:in").filter(in -> in.attribute("businessKey").isPresent()).count();
    return keys == 1
        ? Stream.empty()
        : Stream.of(finding("the business key of " + call.id(), keys + " times given", "once"));
  }
}
