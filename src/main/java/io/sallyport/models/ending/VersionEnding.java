package io.sallyport.models.ending;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.jobs.TrainingJobs;
import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.aws.serving.ModelRegistry;
import io.sallyport.aws.serving.RegistryMetadata;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.RunningJobs.RunningJob;
import io.sallyport.workflow.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends a version that was not judged: its jobs are stopped, its package is rejected. */
@Component
class VersionEnding {

  private final Models models;
  private final RunningJobs running;
  private final ProcessingJobs processing;
  private final TrainingJobs training;
  private final TransformJobs transforms;
  private final ModelRegistry registry;
  private final Ledger ledger;
  private final Clock clock;

  VersionEnding(
      Models models,
      RunningJobs running,
      ProcessingJobs processing,
      TrainingJobs training,
      TransformJobs transforms,
      ModelRegistry registry,
      Ledger ledger,
      Clock clock) {
    this.models = models;
    this.running = running;
    this.processing = processing;
    this.training = training;
    this.transforms = transforms;
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
  }

  void end(Step step, String kind, State state, String because) {
    running.of(step.modelVersion()).forEach(this::stop);
    Lineage.of(ledger, step.modelVersion())
        .newest(Lineage.REGISTERED)
        .map(fact -> fact.payload().path("modelPackageArn").asText())
        .ifPresent(arn -> registry.reject(arn, because, new RegistryMetadata(Map.of())));
    ledger.append(step.fact(kind, clock, Map.of("because", because)));
    models.enter(step.modelVersion(), Set.of(State.IN_PROGRESS), state);
  }

  private void stop(RunningJob job) {
    ResourceName name = new ResourceName(job.name());
    switch (job.kind()) {
      case PROCESSING, EVALUATION, SCAN -> processing.stop(name);
      case TRAINING -> training.stop(name);
      case TRANSFORM -> transforms.stop(name);
    }
    running.ended(job.name());
  }
}
