package io.sallyport.gates.approval;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Task <i>Remind, then ask the deputy</i>: a decision is overdue. The reminder is a fact and a line
 * of the log; the inbox shows the task as overdue.
 */
@Component
class RemindAndEscalate implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(RemindAndEscalate.class);

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  RemindAndEscalate(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var step = steps.of(execution);
    ledger.append(step.fact("decision-reminded", clock, Map.of("because", "overdue")));
    log.warn("A decision about {} is overdue", step.modelVersion());
  }
}
