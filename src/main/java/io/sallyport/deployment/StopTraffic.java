package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Stop the traffic</i> of {@code emergency-stop} (F37): the period was suspended when the
 * stop was asked for, so nobody is answered; here the permission is taken away in IAM, too, and a
 * refused call confirms it. A period that was closed meanwhile leaves nothing to take away.
 */
@Component
class StopTraffic implements JavaDelegate {

  private final Steps steps;
  private final ServicePeriods periods;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  StopTraffic(
      Steps steps,
      ServicePeriods periods,
      InvokePermissions permissions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.periods = periods;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    Optional<ServicePeriod> open = periods.of(step.modelVersion());
    if (open.isPresent()) {
      withdraw(step, new ResourceName(open.get().endpoint()));
    } else {
      ledger.append(ServicePeriods.closedBefore(step, clock));
    }
  }

  private void withdraw(Step step, ResourceName endpoint) {
    permissions.withdraw(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, false);
    ledger.append(step.fact("invocation-withdrawn", clock, Map.of("endpoint", endpoint.value())));
  }
}
