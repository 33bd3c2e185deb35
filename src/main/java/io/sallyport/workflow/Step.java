package io.sallyport.workflow;

import io.sallyport.aws.ResourceName;
import io.sallyport.custody.Fact;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What a delegate may ask about the step that it carries out.
 *
 * @param instance id of the process instance
 * @param activity id of the task in the diagram
 * @param attempt how often the token entered this activity, from 1; not the engine's retry counter,
 *     so that a retry finds what an earlier try made
 * @param definition SHA-256 of the diagram in force, hex
 */
public record Step(
    String instance, String activity, int attempt, String modelVersion, String definition) {

  /** The name of what this step makes in AWS: a second try finds it by the same name. */
  public ResourceName resource() {
    return ResourceName.of(instance, activity, attempt);
  }

  /** A fact about the model version, recorded by the product itself at this step. */
  public Fact fact(String kind, Clock clock, Map<String, Object> payload) {
    return new Fact(
        kind,
        1,
        modelVersion,
        Fact.SALLYPORT,
        Optional.empty(),
        clock.instant(),
        Optional.of(origin()),
        payload);
  }

  public Fact.Origin origin() {
    return new Fact.Origin(instance, activity, definition);
  }

  /** The text in a variable that the diagram promises to be there. */
  public static String text(DelegateExecution execution, String variable) {
    Object value = execution.getVariable(variable);
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalStateException("The diagram promises the text variable " + variable);
  }
}
