package io.sallyport.diagrams.rules;

import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * R03: text that the engine would evaluate stands only where the list says, and there it is just
 * {@code ${name}}. Names, documentation, labels, messages and everything else are plain text.
 */
public final class ExpressionsStayInTheirPlaces implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/expressions-stay-in-their-places";
  }

  private static final String KEY = "#{execution.processBusinessKey}";

  private static final Set<String> ONE_NAME =
      Set.of(
          "bpmn:userTask camunda:assignee",
          "bpmn:userTask camunda:candidateGroups",
          "bpmn:userTask camunda:dueDate",
          "bpmn:serviceTask camunda:delegateExpression",
          "camunda:taskListener delegateExpression");

  private static final String DATE = "bpmn:timeDate";

  private static final Set<String> CONDITIONS =
      Set.of("bpmn:conditionExpression", "bpmn:completionCondition");

  @Override
  public List<Finding> check(Examined examined) {
    return examined
        .elements()
        .flatMap(element -> Stream.concat(attributes(element), text(element)))
        .toList();
  }

  private Stream<Finding> attributes(Xml element) {
    return element.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(attribute -> Expressions.evaluates(attribute.getValue()))
        .filter(attribute -> !allowed(element, attribute.getKey(), attribute.getValue()))
        .map(
            attribute ->
                finding(
                    element.label() + " " + attribute.getKey(),
                    attribute.getValue(),
                    "plain text"));
  }

  private static boolean allowed(Xml element, String attribute, String value) {
    if (element.name().equals("camunda:in") && attribute.equals("businessKey")) {
      return value.equals(KEY);
    }
    return ONE_NAME.contains(element.name() + " " + attribute)
        && Expressions.name(value).isPresent();
  }

  /** The text of conditions is judged by {@link ConditionsCompareNames}. */
  private Stream<Finding> text(Xml element) {
    boolean evaluated = Expressions.evaluates(element.text());
    boolean isDate = element.name().equals(DATE) && Expressions.name(element.text()).isPresent();
    return evaluated && !isDate && !CONDITIONS.contains(element.name())
        ? Stream.of(finding(element.label(), element.text(), "plain text"))
        : Stream.empty();
  }
}
