package io.sallyport.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Statement;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Record the lineage</i> of {@code training-run} (S07): the artifact's digest, and from
 * what it was made, as a signed provenance statement.
 */
@Component
class RecordLineage implements JavaDelegate {

  private static final String BUILD_TYPE = "https://sallyport.io/build-types/sagemaker-training/v1";

  private final Steps steps;
  private final Models models;
  private final TrainingJobs jobs;
  private final ExactCopies copies;
  private final Evidence evidence;
  private final Ledger ledger;
  private final Clock clock;

  RecordLineage(
      Steps steps,
      Models models,
      TrainingJobs jobs,
      ExactCopies copies,
      Evidence evidence,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.copies = copies;
    this.evidence = evidence;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    JobStatus job = jobs.read(StepJobs.name(execution, Kind.TRAINING));
    StoredObject artifact = copies.copyCurrent(job.outputUri("model"), version.program());
    Digest envelope = evidence.record(version.id(), provenance(version, job, artifact));
    models.trained(version.id(), artifact.sha256());
    ledger.append(step.fact(Lineage.TRAINED, clock, payload(version, job, artifact, envelope)));
    execution.setVariable("modelDigest", artifact.sha256());
  }

  private Map<String, Object> payload(
      ModelVersion version, JobStatus job, StoredObject artifact, Digest envelope) {
    Submission submission = version.submission();
    return Map.of(
        "modelDigest", artifact.sha256(),
        "artifactUri", artifact.uri(),
        "sizeBytes", artifact.sizeBytes(),
        "trainingJob", job.arn(),
        "trainingImage", submission.containers().training(),
        "scriptVersion", submission.training().scriptVersion(),
        "hyperparameters", StartTrainingJob.hyperparameters(submission),
        "envelope", envelope.hex());
  }

  private Statement provenance(ModelVersion version, JobStatus job, StoredObject artifact) {
    Submission submission = version.submission();
    JsonNode fixed = Lineage.of(ledger, version.id()).payload(Lineage.HELD_OUT_SET_FIXED);
    return new Statement(
        List.of(new Statement.Subject("model.tar.gz", new Digest(artifact.sha256()))),
        Statement.PROVENANCE,
        Map.of(
            "buildDefinition",
            Map.of(
                "buildType", BUILD_TYPE,
                "externalParameters",
                    Map.of(
                        "modelVersion", version.id(),
                        "scriptVersion", submission.training().scriptVersion(),
                        "hyperparameters", StartTrainingJob.hyperparameters(submission)),
                "resolvedDependencies",
                    List.of(
                        dependency("data", fixed.path("inputSha256").asText()),
                        dependency("train.csv", fixed.path("train").path("sha256").asText()),
                        dependency("training image", imageDigest(submission)))),
            "runDetails",
            Map.of(
                "builder", Map.of("id", "https://sallyport.io/builders/sagemaker"),
                "metadata", Map.of("invocationId", job.arn()))));
  }

  private static Map<String, Object> dependency(String name, String sha256) {
    return Map.of("name", name, "digest", Map.of("sha256", sha256));
  }

  private static String imageDigest(Submission submission) {
    String image = submission.containers().training();
    return image.substring(image.lastIndexOf(':') + 1);
  }
}
