package io.sallyport.deployment.period;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Resume the version</i> of {@code reauthorization} (S20): the episode was decided, the
 * ledger was asked again, and the permission comes back, last. It is asked once more in the
 * transaction that ends the suspension. What an emergency stop keeps from answering stays stopped;
 * a period that was closed meanwhile is not opened again.
 */
@Component
class ResumeVersion implements JavaDelegate {

  private final Steps steps;
  private final ServicePeriods periods;
  private final Holds holds;
  private final Readiness readiness;
  private final Refusals refusals;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  ResumeVersion(
      Steps steps,
      ServicePeriods periods,
      Holds holds,
      Readiness readiness,
      Refusals refusals,
      InvokePermissions permissions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.periods = periods;
    this.holds = holds;
    this.readiness = readiness;
    this.refusals = refusals;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    Optional<ServicePeriod> seen = periods.of(step.modelVersion());
    if (seen.isPresent()) {
      refusals.refuseFor(findings(seen.get()), step, Lineage.DEPLOYMENT_REFUSED);
      if (!seen.get().stopped()) permit(new ResourceName(seen.get().endpoint()));
    }
    ledger.lock(step.modelVersion());
    Optional<ServicePeriod> now = periods.of(step.modelVersion());
    if (now.isPresent()) {
      requireSeen(step, seen, now.get());
      resume(step, now.get());
    } else {
      seen.ifPresent(gone -> permissions.forget(Caller.INVOKING, endpoint(gone)));
      ledger.append(ServicePeriods.closedBefore(step, clock));
    }
  }

  /** Before the lock: IAM needs its time. Nobody is answered until the suspension ends. */
  private void permit(ResourceName endpoint) {
    permissions.permit(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, true);
  }

  /** A stop that ended meanwhile left it to this step to permit: it is tried again. */
  private static void requireSeen(Step step, Optional<ServicePeriod> seen, ServicePeriod now) {
    boolean wasStopped = seen.filter(ServicePeriod::stopped).isPresent();
    if (wasStopped && !now.stopped()) {
      throw new IllegalStateException(step.modelVersion() + " was restored meanwhile: once more");
    }
  }

  private void resume(Step step, ServicePeriod open) {
    List<Finding> findings = findings(open);
    if (!findings.isEmpty() || open.stopped()) {
      permissions.withdraw(Caller.INVOKING, endpoint(open));
    }
    refusals.refuseFor(findings, step, Lineage.DEPLOYMENT_REFUSED);
    if (open.held()) holds.release(step, open);
  }

  private List<Finding> findings(ServicePeriod period) {
    return readiness.findings(period.modelVersion(), period.endpoint(), period.configuration());
  }

  private static ResourceName endpoint(ServicePeriod period) {
    return new ResourceName(period.endpoint());
  }
}
