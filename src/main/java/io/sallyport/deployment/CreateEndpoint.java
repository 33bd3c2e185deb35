package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.EndpointDefinition;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Task <i>Create the endpoint</i> of {@code deployment} (S05): the version's own. */
@Component
class CreateEndpoint implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final Endpoints endpoints;

  CreateEndpoint(Steps steps, Models models, Endpoints endpoints) {
    this.steps = steps;
    this.models = models;
    this.endpoints = endpoints;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    ResourceName endpoint = OwnEndpoint.of(version);
    endpoints.createOrAdopt(
        endpoint,
        new EndpointDefinition(Step.text(execution, "endpointConfiguration"), version.program()));
    steps.await(step, endpoint.value(), "endpoint-ready");
    execution.setVariable("endpoint", endpoint.value());
  }
}
