package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.custody.Ledger;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.workflow.Processes;
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
 * Task <i>Retire the endpoint</i> of {@code emergency-stop} and {@code reauthorization}: a person
 * decided that the version shall not answer again. The period is closed, the endpoint removed, the
 * package rejected, and whatever else is asked about its service is told that it has ended. A
 * version whose period was closed meanwhile is retired already: its successor is not touched.
 */
@Component
class RetireEndpoint implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ServicePeriods periods;
  private final EndpointRemoval removal;
  private final Processes processes;
  private final Ledger ledger;
  private final Clock clock;

  RetireEndpoint(
      Steps steps,
      Models models,
      ServicePeriods periods,
      EndpointRemoval removal,
      Processes processes,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.periods = periods;
    this.removal = removal;
    this.processes = processes;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    Optional<ServicePeriod> open = periods.of(step.modelVersion());
    if (open.isPresent()) {
      retire(step, open.get().endpoint());
    } else {
      ledger.append(ServicePeriods.closedBefore(step, clock));
    }
  }

  private void retire(Step step, String endpoint) {
    removal.remove(models.of(step.modelVersion()), new ResourceName(endpoint), "Retired");
    periods.close(step.modelVersion());
    ledger.append(step.fact(Lineage.RETIRED, clock, Map.of("endpoint", endpoint)));
    models.enter(step.modelVersion(), Set.of(State.IN_SERVICE, State.SUSPENDED), State.RETIRED);
    processes.tellAbout(step.modelVersion(), ServicePeriods.ENDED);
  }
}
