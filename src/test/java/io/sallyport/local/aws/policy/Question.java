package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * May this principal do this? Principals are all names that a policy may use for the caller; a
 * service is its principal, for example {@code sagemaker.amazonaws.com}.
 */
public record Question(
    List<String> principals,
    Optional<String> service,
    String action,
    String resource,
    Map<String, List<String>> context) {

  /** Condition keys are found whatever their case. */
  public Question {
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(context);
    context = anyCase;
  }

  public static Question by(
      Caller caller, String action, String resource, Map<String, List<String>> context) {
    List<String> names = List.of(caller.principalArn(), caller.arn());
    return new Question(names, Optional.empty(), action, resource, context);
  }

  public static Question byService(String service, String action, String resource) {
    return new Question(List.of(), Optional.of(service), action, resource, Map.of());
  }
}
