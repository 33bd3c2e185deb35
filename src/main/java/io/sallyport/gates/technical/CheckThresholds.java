package io.sallyport.gates.technical;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.jobs.TransformJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.proof.Digest;
import io.sallyport.gates.GateStatements;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlans;
import io.sallyport.rules.technical.Floors;
import io.sallyport.rules.technical.TechnicalFacts;
import io.sallyport.rules.technical.TechnicalHistory;
import io.sallyport.rules.training.TheHoldOutCanBeJudged;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Check the thresholds</i> of {@code gate-1-technical-validation} (S09, F08): judges what
 * was measured by the book, records the verdict, and lets the diagram decide.
 */
@Component
class CheckThresholds implements JavaDelegate {

  /** Bytes of the list of row hashes: 64 digits and an end of line for each. */
  private static final int ROWS_BYTES_MAX = 65 * TheHoldOutCanBeJudged.ROWS_MAX;

  private final Steps steps;
  private final Models models;
  private final ProcessingJobs jobs;
  private final TransformJobs transforms;
  private final ExactCopies copies;
  private final Documents documents;
  private final Looks looks;
  private final Evidence evidence;
  private final Ledger ledger;
  private final Clock clock;

  CheckThresholds(
      Steps steps,
      Models models,
      ProcessingJobs jobs,
      TransformJobs transforms,
      ExactCopies copies,
      Documents documents,
      Looks looks,
      Evidence evidence,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.transforms = transforms;
    this.copies = copies;
    this.documents = documents;
    this.looks = looks;
    this.evidence = evidence;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    StoredObject measured = evaluation(version, StepJobs.name(execution, Kind.EVALUATION));
    Map<String, Object> predictions =
        predictions(version, StepJobs.name(execution, Kind.TRANSFORM));
    TechnicalFacts facts = facts(execution, step, version, measured);
    TechnicalJudgement judgement = TechnicalJudgement.of(measured, facts);
    Digest envelope = evidence.record(version.id(), GateStatements.technical(version, judgement));
    Map<String, Object> payload = new HashMap<>(judgement.payload(version, envelope));
    payload.putAll(predictions);
    payload.putAll(baseline(version, StepJobs.name(execution, Kind.EVALUATION)));
    ledger.append(step.fact(judgement.kind(), clock, payload));
    if (!judgement.passed()) {
      throw new BpmnError("gate-failed", judgement.verdict());
    }
  }

  private StoredObject evaluation(ModelVersion version, ResourceName job) {
    String uri = jobs.read(job).outputUri("evaluation") + "/evaluation.json";
    return copies.copyCurrent(uri, version.program());
  }

  /** What was evaluated, so that deployment can ask for the same answers. */
  private Map<String, Object> predictions(ModelVersion version, ResourceName job) {
    String prefix = transforms.read(job).outputUri("predictions");
    StoredObject predictions = copies.copyCurrent(prefix + "/features.csv.out", version.program());
    return Map.of("predictionsUri", predictions.uri(), "predictionsSha256", predictions.sha256());
  }

  /** What the evaluation counted, so that monitoring can tell whether anything moved (S17). */
  private Map<String, Object> baseline(ModelVersion version, ResourceName job) {
    String prefix = jobs.read(job).outputUri("evaluation");
    StoredObject baseline = copies.copyCurrent(prefix + "/baseline.json", version.program());
    return Map.of("baselineUri", baseline.uri(), "baselineSha256", baseline.sha256());
  }

  private TechnicalFacts facts(
      DelegateExecution execution, Step step, ModelVersion version, StoredObject measured) {
    JsonNode fixed = Lineage.of(ledger, version.id()).payload(Lineage.HELD_OUT_SET_FIXED);
    Evaluation evaluation = documents.read(measured.uri(), Evaluation.class);
    List<String> rows = rows(fixed.path("rows").path("uri").asText());
    // From here on other verdicts of the program wait: all that S3 has to say was read before.
    int look = looks.take(step.instance(), version.program(), version.id(), rows);
    return new TechnicalFacts(
        EvaluationPlans.of(version.submission()),
        evaluation,
        floors(execution),
        look,
        TechnicalHistory.fixedSets(fixed),
        Step.text(execution, "tier"),
        version.tier().word());
  }

  private List<String> rows(String uri) {
    return new String(copies.readSmall(uri, ROWS_BYTES_MAX), StandardCharsets.US_ASCII)
        .lines()
        .toList();
  }

  /** The one row that the decision table answered. */
  private static Floors floors(DelegateExecution execution) {
    if (execution.getVariable("floors") instanceof List<?> rows
        && rows.size() == 1
        && rows.get(0) instanceof Map<?, ?> row) {
      Map<String, Object> outputs = new HashMap<>();
      row.forEach((name, value) -> outputs.put(String.valueOf(name), value));
      return Floors.of(outputs);
    }
    throw new IllegalStateException("gate-1-thresholds answers one row for every tier");
  }
}
