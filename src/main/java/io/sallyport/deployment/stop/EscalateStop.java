package io.sallyport.deployment.stop;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Task <i>Ask the authorizing official</i> of {@code emergency-stop}: a day has passed and nobody
 * has decided. The version stays stopped.
 */
@Component
class EscalateStop implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(EscalateStop.class);

  private final Steps steps;
  private final Ledger ledger;
  private final Clock clock;

  EscalateStop(Steps steps, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ledger.append(step.fact("emergency-stop-escalated", clock, Map.of("because", "a day passed")));
    log.warn("{} is stopped and nobody has decided for a day", step.modelVersion());
  }
}
