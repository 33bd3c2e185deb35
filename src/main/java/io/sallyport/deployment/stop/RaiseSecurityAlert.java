package io.sallyport.deployment.stop;

import io.sallyport.custody.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.deployment.stop.Suspensions.Order;
import io.sallyport.models.ModelVersion;
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
 * restore. A fact, and a line of the log that a monitor watches for. A version that answers while
 * its ledger refuses it is stopped as in an emergency, in the same transaction.
 */
@Component
class RaiseSecurityAlert implements JavaDelegate {

  private static final Logger log = LoggerFactory.getLogger(RaiseSecurityAlert.class);

  private static final Order BY_THE_LEDGER =
      new Order(
          Fact.SALLYPORT, "Sallyport", "It was to be deployed again, and the ledger refused it.");

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final Suspensions suspensions;
  private final Ledger ledger;
  private final Clock clock;

  RaiseSecurityAlert(
      Steps steps,
      Models models,
      ServicePeriods periods,
      Suspensions suspensions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.suspensions = suspensions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ledger.append(
        step.fact("security-alert-raised", clock, Map.of("because", "deployment-refused")));
    keepFromAnswering(models.of(step.modelVersion()));
    log.error("Security alert: {} was refused by the ledger", step.modelVersion());
  }

  /** A version that is stopped or has ended stays so, whatever a diagram tried with it. */
  private void keepFromAnswering(ModelVersion version) {
    if (periods.answering(version.id()).isPresent()) {
      suspensions.suspend(version, BY_THE_LEDGER);
    } else if (version.state() == State.IN_PROGRESS) {
      models.enter(version.id(), Set.of(State.IN_PROGRESS), State.NOT_DEPLOYED);
    }
  }
}
