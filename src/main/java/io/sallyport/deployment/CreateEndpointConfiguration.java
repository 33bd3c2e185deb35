package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.EndpointConfigDefinition;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Create the endpoint configuration</i> of {@code deployment} (S04, S16): encrypted, with
 * everything captured, starting with the authorized minimum of instances.
 */
@Component
class CreateEndpointConfiguration implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final OwnJobs own;
  private final Endpoints endpoints;

  CreateEndpointConfiguration(Steps steps, Models models, OwnJobs own, Endpoints endpoints) {
    this.steps = steps;
    this.models = models;
    this.own = own;
    this.endpoints = endpoints;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    Submission.Endpoint asked = version.submission().endpoint();
    ResourceName name = step.resource();
    endpoints.createConfigurationOrAdopt(
        name,
        new EndpointConfigDefinition(
            Step.text(execution, "deployedModel"),
            asked.instanceType(),
            asked.minimumInstances(),
            version.submission().encryption().key(),
            own.runPrefix(version, "capture"),
            own.machine().volumeKey(),
            Map.of("sallyport:model-version", version.id())));
    execution.setVariable("endpointConfiguration", name.value());
  }
}
