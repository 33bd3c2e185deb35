package io.sallyport.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ImageUri;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.MetricsReport;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.PackageDefinition;
import io.sallyport.aws.serving.RegisteredPackage;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Register the model package</i> of {@code training-run} (S06, S07): pending approval, with
 * the digests of containers, data and artifact, and the report of the data it was made from.
 */
@Component
class RegisterModelPackage implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ModelRegistry registry;
  private final Ledger ledger;
  private final Clock clock;

  RegisterModelPackage(
      Steps steps, Models models, ModelRegistry registry, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.models = models;
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.locked(execution);
    ModelVersion version = models.of(step.modelVersion());
    ResourceName name = step.resource();
    registry.createGroupOrAdopt(version.model(), Map.of("sallyport:program", version.program()));
    RegisteredPackage registered =
        registry.registerOrAdopt(name, definition(version, Lineage.of(ledger, version.id())));
    ledger.append(
        step.fact(
            Lineage.REGISTERED,
            clock,
            Map.of(
                "modelPackageArn", registered.arn(),
                "modelPackageVersion", registered.version())));
  }

  private static PackageDefinition definition(ModelVersion version, Lineage lineage) {
    Submission submission = version.submission();
    JsonNode report = lineage.payload(Lineage.HELD_OUT_SET_FIXED).path("report");
    return new PackageDefinition(
        version.model(),
        "Version " + version.number() + " of " + version.model(),
        new ImageUri(submission.containers().inference()),
        lineage.text(Lineage.TRAINED, "artifactUri"),
        new MetricsReport(report.path("uri").asText(), report.path("sha256").asText()),
        submission.encryption().key(),
        metadata(version, lineage));
  }

  private static RegistryMetadata metadata(ModelVersion version, Lineage lineage) {
    Submission submission = version.submission();
    JsonNode source = lineage.payload(Lineage.DATA_COPIED).path("source");
    return new RegistryMetadata(
        Map.of(
            "sallyport:model-version", version.id(),
            "sallyport:artifact-sha256", version.trainedDigest(),
            "sallyport:training-image", digest(submission.containers().training()),
            "sallyport:inference-image", digest(submission.containers().inference()),
            "sallyport:data-version", source.path("versionId").asText(),
            "sallyport:data-sha256", source.path("sha256").asText(),
            "sallyport:script-version", submission.training().scriptVersion()));
  }

  private static String digest(String image) {
    return new ImageUri(image).digest();
  }
}
