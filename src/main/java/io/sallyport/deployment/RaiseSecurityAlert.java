package io.sallyport.deployment;

import io.sallyport.custody.Ledger;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Task <i>Raise a security alert</i>: the ledger refused what a diagram was about to deploy or
 * restore. A fact, and a line of the log that a monitor watches for.
 */
@Component
class RaiseSecurityAlert implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(RaiseSecurityAlert.class);

  private final Steps steps;
  private final Models models;
  private final Ledger ledger;
  private final Clock clock;

  RaiseSecurityAlert(Steps steps, Models models, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.models = models;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ledger.append(
        step.fact("security-alert-raised", clock, Map.of("because", "deployment-refused")));
    State before = models.of(step.modelVersion()).state();
    State after = after(before);
    if (after != before) models.enter(step.modelVersion(), Set.of(before), after);
    log.error("Security alert: {} was refused by the ledger", step.modelVersion());
  }

  /** A version that has ended stays as it ended, whatever a diagram tried with it. */
  private static State after(State before) {
    return switch (before) {
      case IN_PROGRESS -> State.NOT_DEPLOYED;
      case IN_SERVICE, SUSPENDED -> State.SUSPENDED;
      case ARCHIVED, RETURNED, WITHDRAWN, SUPERSEDED, NOT_DEPLOYED, RETIRED -> before;
    };
  }
}
