package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.EndpointStatus;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.Refusals;
import io.sallyport.rules.service.EndpointFacts;
import io.sallyport.rules.service.ServiceRules;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Read how the endpoint stands</i> of {@code deployment}: in service with exactly our
 * configuration, or refused with the reason that SageMaker gives.
 */
@Component
class ReadEndpoint implements JavaDelegate {

  private final Steps steps;
  private final Endpoints endpoints;
  private final Refusals refusals;
  private final Ledger ledger;
  private final Clock clock;

  ReadEndpoint(Steps steps, Endpoints endpoints, Refusals refusals, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.endpoints = endpoints;
    this.refusals = refusals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String name = Step.text(execution, "endpoint");
    EndpointStatus status =
        endpoints
            .read(new ResourceName(name))
            .orElseThrow(() -> new IllegalStateException("There is no endpoint " + name));
    boolean changing = status.state() == EndpointStatus.State.CHANGING;
    execution.setVariable("jobFinished", !changing);
    if (!changing) {
      judge(steps.of(execution), status, Step.text(execution, "endpointConfiguration"));
    }
  }

  private void judge(Step step, EndpointStatus status, String configuration) {
    EndpointFacts facts =
        new EndpointFacts(
            status.name(),
            status.state().name(),
            status.configuration(),
            configuration,
            status.failureReason());
    refusals.refuseFor(
        ServiceRules.ABOUT_THE_ENDPOINT.check(facts), step, Lineage.DEPLOYMENT_REFUSED);
    ledger.append(
        step.fact(
            Lineage.ENDPOINT_IN_SERVICE,
            clock,
            Map.of("endpoint", status.name(), "configuration", configuration)));
  }
}
