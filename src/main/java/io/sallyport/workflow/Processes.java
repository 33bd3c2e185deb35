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
