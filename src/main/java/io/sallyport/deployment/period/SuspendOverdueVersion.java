package io.sallyport.deployment.period;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Authorizations;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Suspend the overdue version</i> of {@code reauthorization} (S20): the authorization has
 * ended and nobody has decided. The permission goes, a refused call confirms it, the endpoint is
 * kept, and the decision stays open. An authorization that was signed anew meanwhile is left alone.
 */
@Component
class SuspendOverdueVersion implements JavaDelegate {

  private final Steps steps;
  private final ServicePeriods periods;
  private final Authorizations authorizations;
  private final Holds holds;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  SuspendOverdueVersion(
      Steps steps,
      ServicePeriods periods,
      Authorizations authorizations,
      Holds holds,
      InvokePermissions permissions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.periods = periods;
    this.authorizations = authorizations;
    this.holds = holds;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    boolean overdue = isOverdue(step);
    Optional<ServicePeriod> seen = periods.of(step.modelVersion());
    if (overdue) {
      // Before the lock: IAM needs its time. Past its end nobody is answered anyway.
      seen.ifPresent(open -> withdraw(new ResourceName(open.endpoint())));
    }
    steps.locked(execution);
    Optional<ServicePeriod> open = periods.of(step.modelVersion());
    if (open.isPresent()) {
      settle(step, open.get(), overdue);
    } else {
      seen.ifPresent(
          gone -> permissions.forget(Caller.INVOKING, new ResourceName(gone.endpoint())));
      ledger.append(ServicePeriods.closedBefore(step, clock));
    }
  }

  private boolean isOverdue(Step step) {
    return !clock.instant().isBefore(authorizations.expires(step.modelVersion()));
  }

  private void withdraw(ResourceName endpoint) {
    permissions.withdraw(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, false);
  }

  /**
   * What was signed anew while the permission went, or after an earlier try took it, gets it back.
   */
  private void settle(Step step, ServicePeriod open, boolean withdrawn) {
    boolean overdue = isOverdue(step);
    if (overdue && !withdrawn) {
      throw new IllegalStateException(step.modelVersion() + " has ended just now: once more");
    }
    if (overdue) {
      holds.hold(step, open, "its authorization has ended");
    } else if (!open.suspended()) {
      permissions.permit(Caller.INVOKING, new ResourceName(open.endpoint()));
    }
  }
}
