package io.sallyport.deployment;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.ModelDefinition;
import io.sallyport.aws.serving.SageMakerModels;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.OwnJobs;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Create the isolated model</i> of {@code deployment} (S02, S13): the authorized artifact
 * in its inference image, without a network of its own, in the program's VPC. It is named like the
 * version's endpoint, so that it goes where the endpoint goes.
 */
@Component
class CreateModel implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final SageMakerModels sageMaker;
  private final Ledger ledger;

  CreateModel(Steps steps, Models models, SageMakerModels sageMaker, Ledger ledger) {
    this.steps = steps;
    this.models = models;
    this.sageMaker = sageMaker;
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    ResourceName name = OwnEndpoint.of(version);
    sageMaker.createOrAdopt(
        name,
        new ModelDefinition(
            new ImageUri(version.submission().containers().inference()),
            Lineage.of(ledger, version.id()).text(Lineage.TRAINED, "artifactUri"),
            Map.of(),
            version.submission().roles().serving(),
            OwnJobs.vpc(version),
            Map.of("sallyport:model-version", version.id())));
    execution.setVariable("deployedModel", name.value());
  }
}
