package io.sallyport.diagrams;

import io.sallyport.diagrams.rules.Expressions;
import java.util.Optional;

/**
 * A node of a diagram: task, event, gateway, phase. {@code scope} is the process or the sub-process
 * that holds it.
 */
public record Node(String id, NodeKind kind, String name, String scope, Xml xml) {

  /** The activity on whose edge a boundary event sits. */
  public Optional<String> attachedTo() {
    return xml.attribute("attachedToRef");
  }

  /** The process that a call activity calls. */
  public Optional<String> calledElement() {
    return xml.attribute("calledElement");
  }

  /** The table that a business rule task asks. */
  public Optional<String> decisionRef() {
    return xml.attribute("camunda:decisionRef");
  }

  /** The form of a person's task. */
  public Optional<String> formKey() {
    return xml.attribute("camunda:formKey");
  }

  /** The bean in {@code ${bean}} that does the step. */
  public Optional<String> bean() {
    return xml.attribute("camunda:delegateExpression").flatMap(Expressions::name);
  }

  /**
   * How often the step is tried before a person is asked: the count of {@code R5/PT1M}. Empty where
   * the diagram does not say.
   */
  public Optional<Integer> tries() {
    return xml.child("bpmn:extensionElements")
        .flatMap(extensions -> extensions.child("camunda:failedJobRetryTimeCycle"))
        .map(cycle -> cycle.text().strip())
        .map(cycle -> Integer.valueOf(cycle.substring(1, cycle.indexOf('/'))));
  }

  /** What this node does, whatever it is called: the process, bean, table or form behind it. */
  public Optional<String> role() {
    return calledElement().or(this::bean).or(this::decisionRef).or(this::formKey);
  }

  /** A boundary event that stops its activity; BPMN's default. */
  public boolean interrupts() {
    return !xml.attributeOrEmpty("cancelActivity").equals("false");
  }

  public boolean has(String definition) {
    return xml.child("bpmn:" + definition + "EventDefinition").isPresent();
  }

  /** The name that a person reads, or the id where the diagram shows no name. */
  public String title() {
    return name.isEmpty() ? id : name;
  }

  @Override
  public String toString() {
    return id;
  }
}
