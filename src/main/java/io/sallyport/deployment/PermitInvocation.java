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
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Permit invocation</i> of {@code model-authorization} (S14): permission comes last,
 * confirmed by a real call.
 */
@Component
class PermitInvocation implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final InvokePermissions permissions;
  private final Ledger ledger;
  private final Clock clock;

  PermitInvocation(
      Steps steps, Models models, InvokePermissions permissions, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.models = models;
    this.permissions = permissions;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    String endpoint = models.of(step.modelVersion()).submission().endpoint().name();
    permissions.permit(Caller.INVOKING, new ResourceName(endpoint));
    permissions.confirm(Caller.INVOKING, new ResourceName(endpoint), true);
    ledger.append(step.fact("invocation-permitted", clock, Map.of("endpoint", endpoint)));
    models.enter(step.modelVersion(), State.IN_SERVICE);
  }
}
