package io.sallyport.processes;

import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a step does once, in the place of its delegate. */
@FunctionalInterface
public interface Deed {

  void at(DelegateExecution execution);

  /** The answer is no, with the code that the diagram catches. */
  static Deed no(String code) {
    return execution -> {
      throw new BpmnError(code, "because of " + code);
    };
  }

  /** AWS, the database or a job is in trouble: nobody's answer. */
  static Deed trouble() {
    return execution -> {
      throw new Trouble();
    };
  }

  /** The job that is looked at has not ended. */
  static Deed stillRunning() {
    return sets(Map.of("jobFinished", false));
  }

  /** Something that a reviewer must look at. */
  static Deed aHighFinding() {
    return sets(AllIsWell.findings(AllIsWell.ONE_HIGH));
  }

  static Deed sets(Map<String, Object> variables) {
    return execution -> execution.setVariables(variables);
  }

  /** Technical trouble that a test asked for; any other exception fails the test. */
  final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble() {
      super("the service is out of order");
    }
  }
}
