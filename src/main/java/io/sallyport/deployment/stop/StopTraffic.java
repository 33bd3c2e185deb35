package io.sallyport.deployment.stop;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Stop the traffic</i> of {@code emergency-stop} and {@code reauthorization} (F37): the
 * period was suspended before, so nobody is answered; here the permission is taken away in IAM,
 * too, and a refused call confirms it. A period that was closed meanwhile leaves nothing to take
 * away.
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
    Step step = steps.of(execution);
    Optional<ServicePeriod> seen = periods.of(step.modelVersion());
    // Before the lock: IAM needs its time, and nobody must wait for it.
    seen.ifPresent(open -> withdraw(new ResourceName(open.endpoint())));
    steps.locked(execution);
    record(step, seen);
  }

  private void withdraw(ResourceName endpoint) {
    permissions.withdraw(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, false);
  }

  private void record(Step step, Optional<ServicePeriod> seen) {
    Optional<ServicePeriod> open = periods.of(step.modelVersion());
    if (open.isPresent()) {
      String endpoint = open.get().endpoint();
      ledger.append(step.fact("invocation-withdrawn", clock, Map.of("endpoint", endpoint)));
    } else {
      seen.ifPresent(
          gone -> permissions.forget(Caller.INVOKING, new ResourceName(gone.endpoint())));
      ledger.append(ServicePeriods.closedBefore(step, clock));
    }
  }
}
