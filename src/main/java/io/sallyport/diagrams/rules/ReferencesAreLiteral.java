package io.sallyport.diagrams.rules;

import static java.util.stream.Collectors.toSet;

import io.sallyport.diagrams.Xml;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a diagram refers to (process, table, form, message, error) is a literal word, bound to the
 * same release: a name that is worked out at run time can be made to mean something else.
 */
public final class ReferencesAreLiteral implements Rule<Examined> {

  @Override
  public String id() {
    return "diagrams/references-are-literal";
  }

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,99}");

  @Override
  public List<Finding> check(Examined examined) {
    return Stream.of(
            words(examined, "bpmn:callActivity", "calledElement"),
            words(examined, "bpmn:businessRuleTask", "camunda:decisionRef"),
            words(examined, "bpmn:userTask", "camunda:formKey"),
            words(examined, "bpmn:message", "name"),
            words(examined, "bpmn:error", "errorCode"),
            bound(examined, "bpmn:callActivity", "camunda:calledElementBinding"),
            bound(examined, "bpmn:businessRuleTask", "camunda:decisionRefBinding"),
            messages(examined))
        .flatMap(Function.identity())
        .toList();
  }

  private Stream<Finding> words(Examined examined, String element, String attribute) {
    return examined
        .elements(element)
        .filter(found -> !WORD.matcher(found.attributeOrEmpty(attribute)).matches())
        .map(found -> finding(subject(found, attribute), value(found, attribute), WORD));
  }

  private Stream<Finding> bound(Examined examined, String element, String attribute) {
    return examined
        .elements(element)
        .filter(found -> !found.attributeOrEmpty(attribute).equals("deployment"))
        .map(found -> finding(subject(found, attribute), value(found, attribute), "deployment"));
  }

  private Stream<Finding> messages(Examined examined) {
    Set<String> declared =
        examined
            .elements("bpmn:message")
            .map(message -> message.attributeOrEmpty("id"))
            .collect(toSet());
    return Stream.of("bpmn:receiveTask", "bpmn:messageEventDefinition")
        .flatMap(examined::elements)
        .filter(found -> !declared.contains(found.attributeOrEmpty("messageRef")))
        .map(
            found ->
                finding(subject(found, "messageRef"), value(found, "messageRef"), "a message"));
  }

  private static String subject(Xml element, String attribute) {
    return element.label() + " " + attribute;
  }

  private static String value(Xml element, String attribute) {
    return element.attribute(attribute).orElse("missing");
  }
}
