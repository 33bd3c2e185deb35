package io.sallyport.gates.approval;

import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Record the refusal</i> of {@code gate-3-authorization}: an authority refused, or nobody
 * decided in time.
 */
@Component
class RecordRefusal implements JavaDelegate {

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  RecordRefusal(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    boolean refused = ((Number) execution.getVariable("refusals")).intValue() > 0;
    ledger.append(
        step.fact(
            Lineage.GATE_3_FAILED,
            clock,
            Map.of("because", refused ? "an authority refused" : "nobody decided in time")));
  }
}
