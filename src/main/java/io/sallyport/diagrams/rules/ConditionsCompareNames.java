package io.sallyport.diagrams.rules;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * R02: a condition compares variables with variables or literals, joined by {@code &&} and {@code
 * ||}; it calls nothing.
 */
public final class ConditionsCompareNames implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/conditions-compare-names";
  }

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.of("bpmn:conditionExpression", "bpmn:completionCondition")
        .flatMap(examined::elements)
        .filter(condition -> !Expressions.isCondition(condition.text()))
        .map(condition -> finding("a condition", condition.text(), "names and comparisons"))
        .toList();
  }
}
