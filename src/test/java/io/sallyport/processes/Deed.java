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
    return sets(Map.of("jobFinished", false, "jobBroken", false));
  }

  /** The job that is looked at, one of our own, failed or was stopped. */
  static Deed broke() {
    return sets(Map.of("jobFinished", false, "jobBroken", true));
  }

  /** Something that a reviewer must look at. */
  static Deed aHighFinding() {
    return sets(AllIsWell.findings(AllIsWell.ONE_HIGH));
  }

  /** What the product itself does; if it throws, that is the trouble that the test asked for. */
  static Deed real(Deed work) {
    return execution -> {
      try {
        work.at(execution);
      } catch (IllegalStateException thrown) {
        throw new Trouble(thrown.getMessage());
      }
    };
  }

  static Deed sets(Map<String, Object> variables) {
    return execution -> execution.setVariables(variables);
  }

  /** Technical trouble that a test asked for; any other exception fails the test. */
  final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble() {
      this("the service is out of order");
    }

    Trouble(String message) {
      super(message);
    }
  }
}
