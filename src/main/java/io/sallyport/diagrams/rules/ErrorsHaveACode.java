package io.sallyport.diagrams.rules;

import static java.util.stream.Collectors.toSet;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Set;

/**
 * Every error that is thrown or caught names one of the errors of the file: without a code it would
 * catch, or be, anything.
 */
public final class ErrorsHaveACode implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/errors-have-a-code";
  }

  @Override
  public List<Finding> check(Examined examined) {
    Set<String> declared =
        examined.elements("bpmn:error").map(error -> error.attributeOrEmpty("id")).collect(toSet());
    return examined
        .elements("bpmn:errorEventDefinition")
        .filter(event -> !declared.contains(event.attributeOrEmpty("errorRef")))
        .map(
            event ->
                finding(event.label(), event.attribute("errorRef").orElse("missing"), declared))
        .toList();
  }
}
