package io.sallyport.training;

import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.ObjectVersion;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Copy the exact data versions</i> of {@code training-run} (S07): SageMaker reads keys, not
 * versions, so each object is copied to a key that is its digest before it is used.
 */
@Component
class CopyExactVersions implements JavaDelegate {

  private final Steps steps;
  private final Models models;
  private final ExactCopies copies;
  private final Ledger ledger;
  private final Clock clock;

  CopyExactVersions(Steps steps, Models models, ExactCopies copies, Ledger ledger, Clock clock) {
    this.steps = steps;
    this.models = models;
    this.copies = copies;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    Submission.DataSource data = version.submission().data();
    Map<String, Object> payload = new HashMap<>();
    payload.put("source", copy(version, data.source(), "data.csv"));
    Optional<Submission.ObjectVersion> holdout = data.holdout();
    holdout.ifPresent(ready -> payload.put("holdout", copy(version, ready, "holdout.csv")));
    ledger.append(step.fact(Lineage.DATA_COPIED, clock, payload));
  }

  private Map<String, Object> copy(
      ModelVersion version, Submission.ObjectVersion source, String file) {
    StoredObject copy =
        copies.copy(ObjectVersion.of(source.uri(), source.versionId()), version.program(), file);
    return Map.of(
        "from", source.uri(),
        "versionId", source.versionId(),
        "uri", copy.uri(),
        "sha256", copy.sha256(),
        "sizeBytes", copy.sizeBytes());
  }
}
