package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Permit invocation</i> of {@code model-authorization} (S14): permission comes last,
 * confirmed by a real call. What was stopped or replaced since its period opened is left to the
 * stop, or to its successor: this step takes back what it may have given, says so, and ends.
 */
@Component
class PermitInvocation implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  PermitInvocation(
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
    String version = step.modelVersion();
    ResourceName endpoint =
        new ResourceName(
            Lineage.of(ledger, version).text(Lineage.SERVICE_PERIOD_OPENED, "endpoint"));
    // Before the lock: IAM may need a minute, and a stop must not wait for it.
    if (periods.answering(version).isPresent()) permit(endpoint);
    ledger.lock(version);
    if (periods.answering(version).isPresent()) {
      ledger.append(step.fact("invocation-permitted", clock, Map.of("endpoint", endpoint.value())));
      models.enter(version, Set.of(State.IN_PROGRESS), State.IN_SERVICE);
    } else {
      takeBack(step, endpoint);
    }
  }

  private void permit(ResourceName endpoint) {
    permissions.permit(Caller.INVOKING, endpoint);
    permissions.confirm(Caller.INVOKING, endpoint, true);
  }

  private void takeBack(Step step, ResourceName endpoint) {
    boolean stopped = periods.of(step.modelVersion()).isPresent();
    if (stopped) {
      permissions.withdraw(Caller.INVOKING, endpoint);
    } else {
      permissions.forget(Caller.INVOKING, endpoint);
    }
    String because = stopped ? "its service period is suspended" : "its service period is closed";
    ledger.append(
        step.fact(
            "invocation-not-permitted",
            clock,
            Map.of("endpoint", endpoint.value(), "because", because)));
  }
}
