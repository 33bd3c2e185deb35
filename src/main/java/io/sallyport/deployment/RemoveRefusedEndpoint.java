package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Remove the refused endpoint</i> of {@code model-authorization} (design, trust 4): a
 * version that was not deployed answers nobody, keeps no endpoint and no approval. One that is in
 * service keeps its endpoint, whatever a diagram tried with it again.
 */
@Component
class RemoveRefusedEndpoint implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final EndpointRemoval removal;
  private final Ledger ledger;
  private final Clock clock;

  RemoveRefusedEndpoint(
      Steps steps,
      Models models,
      ServicePeriods periods,
      EndpointRemoval removal,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.removal = removal;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    if (periods.of(step.modelVersion()).isPresent()) return;
    ModelVersion version = models.of(step.modelVersion());
    ResourceName endpoint = OwnEndpoint.of(version);
    String because = "Deployment refused";
    removal.remove(version, endpoint, because);
    ledger.append(
        step.fact(
            EndpointRemoval.REMOVED,
            clock,
            Map.of("endpoint", endpoint.value(), "because", because)));
  }
}
