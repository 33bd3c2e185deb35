package io.sallyport.deployment.period;

import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Suspend the version</i> of {@code reauthorization} (S19; design, trust 8): nobody is
 * answered until the episode is decided; the endpoint is kept. The permission goes in the next
 * step.
 */
@Component
class SuspendVersion implements JavaDelegate {

  private final Steps steps;
  private final ServicePeriods periods;
  private final Holds holds;
  private final Ledger ledger;
  private final Clock clock;

  SuspendVersion(Steps steps, ServicePeriods periods, Holds holds, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.periods = periods;
    this.holds = holds;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    periods
        .of(step.modelVersion())
        .ifPresentOrElse(
            open -> holds.hold(step, open, "until its episode is decided"),
            () -> ledger.append(ServicePeriods.closedBefore(step, clock)));
  }
}
