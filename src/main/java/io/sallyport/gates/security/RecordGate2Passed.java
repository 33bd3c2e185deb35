package io.sallyport.gates.security;

import io.sallyport.models.Lineage;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Record that gate 2 passed</i> of {@code gate-2-security-review} (S10). */
@Component
class RecordGate2Passed implements JavaDelegate {

  private final Steps steps;
  private final GateTwoVerdict verdict;

  RecordGate2Passed(Steps steps, GateTwoVerdict verdict) {
    this.steps = steps;
    this.verdict = verdict;
  }

  @Override
  public void execute(DelegateExecution execution) {
    verdict.record(steps.of(execution), Lineage.GATE_2_PASSED, Step.text(execution, "verdict"));
  }
}
