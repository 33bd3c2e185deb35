package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Caller;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.aws.serving.InvokePermissions;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
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
 * Task <i>Retire the endpoint</i> of {@code emergency-stop}: a second person decided that the
 * version shall not answer again. The period is closed, the endpoint deleted, the package rejected.
 */
@Component
class RetireEndpoint implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final Endpoints endpoints;
  private final ScalingBounds bounds;
  private final InvokePermissions permissions;
  private final ModelRegistry registry;
  private final Ledger ledger;
  private final Clock clock;

  RetireEndpoint(
      Steps steps,
      Models models,
      ServicePeriods periods,
      Endpoints endpoints,
      ScalingBounds bounds,
      InvokePermissions permissions,
      ModelRegistry registry,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.endpoints = endpoints;
    this.bounds = bounds;
    this.permissions = permissions;
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    String name = models.of(step.modelVersion()).submission().endpoint().name();
    ResourceName endpoint = new ResourceName(name);
    bounds.remove(endpoint);
    endpoints.delete(endpoint);
    permissions.forget(Caller.INVOKING, endpoint);
    registry.reject(
        Lineage.of(ledger, step.modelVersion()).text(Lineage.REGISTERED, "modelPackageArn"),
        "Retired",
        new RegistryMetadata(Map.of()));
    periods.close(step.modelVersion());
    ledger.append(step.fact(Lineage.RETIRED, clock, Map.of("endpoint", name)));
    models.enter(step.modelVersion(), State.RETIRED);
  }
}
