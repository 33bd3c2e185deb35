package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Restore the traffic</i> of {@code emergency-stop}: after the ledger was asked again, the
 * suspension ends and the permission comes back, last.
 */
@Component
class RestoreTraffic implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  RestoreTraffic(
      Steps steps,
      Models models,
      ServicePeriods periods,
      InvokePermissions permissions,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ResourceName endpoint = stopped(step.modelVersion()).orElseThrow(() -> notStopped(step));
    // Before the lock: IAM needs its time. Nobody is answered until the suspension ends.
    permissions.permit(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, true);
    steps.locked(execution);
    if (stopped(step.modelVersion()).isEmpty()) {
      permissions.forget(Caller.INVOKING, endpoint); // its endpoint goes with the closed period
      throw notStopped(step);
    }
    periods.resume(step.modelVersion());
    ledger.append(step.fact("service-restored", clock, Map.of("endpoint", endpoint.value())));
    models.enter(step.modelVersion(), Set.of(State.SUSPENDED), State.IN_SERVICE);
  }

  /** The ledger has just confirmed the version, so that its suspended period must be there. */
  private Optional<ResourceName> stopped(String modelVersion) {
    return periods
        .of(modelVersion)
        .filter(ServicePeriod::suspended)
        .map(stopped -> new ResourceName(stopped.endpoint()));
  }

  private static IllegalStateException notStopped(Step step) {
    return new IllegalStateException(step.modelVersion() + " has no suspended service period");
  }
}
