package io.sallyport.gates.approval;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Record the return for rework</i> of {@code gate-3-authorization}: no verdict was given.
 */
@Component
class RecordReturnForRework implements JavaDelegate {

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  RecordReturnForRework(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ledger.append(
        steps
            .of(execution)
            .fact("gate-3-sent-back", clock, Map.of("because", "an authority sent it back")));
  }
}
