package io.sallyport.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts cases and tells them what happened outside, in the caller's transaction. */
@Component
public class Processes {

  private final RuntimeService runtime;

  Processes(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** Starts {@code process} of the newest release; returns the instance's id. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String start(String process, String businessKey, Map<String, Object> variables) {
    return runtime
        .startProcessInstanceByKey(process, businessKey, new HashMap<>(variables))
        .getProcessInstanceId();
  }

  /** Starts the process of the newest release that begins with {@code message}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String begin(String message, String businessKey, Map<String, Object> variables) {
    return runtime
        .startProcessInstanceByMessage(message, businessKey, new HashMap<>(variables))
        .getProcessInstanceId();
  }

  /** Tells all cases about {@code businessKey} that wait for this; false when none does. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tellAbout(String businessKey, String message) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(businessKey)
        .correlateAllWithResult()
        .isEmpty();
  }

  /** Tells a waiting case; false when it does not wait for this. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean tell(String instance, String message) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceId(instance)
        .correlateAllWithResult()
        .isEmpty();
  }
}
