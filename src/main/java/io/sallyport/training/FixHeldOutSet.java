package io.sallyport.training;

import io.sallyport.aws.ResourceName;
import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Documents;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.technical.ProcessingReport;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Task <i>Fix the held-out set</i> of {@code training-run} (F07): the hold-out's digest, the
 * metrics and the thresholds are facts before training starts. Data that cannot be used is rejected
 * here, with all that is wrong with it.
 */
@Component
class FixHeldOutSet implements JavaDelegate {

  private static final String REPORT = "processing-report.json";

  private final Steps steps;
  private final Models models;
  private final ProcessingJobs jobs;
  private final ExactCopies copies;
  private final Documents documents;
  private final Ledger ledger;
  private final Clock clock;

  FixHeldOutSet(
      Steps steps,
      Models models,
      ProcessingJobs jobs,
      ExactCopies copies,
      Documents documents,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.copies = copies;
    this.documents = documents;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    JobStatus job = jobs.read(new ResourceName(Step.text(execution, "processingJob")));
    ProcessingReport report =
        documents.read(job.outputUri("report") + "/" + REPORT, ProcessingReport.class);
    if (!report.findings().isEmpty()) {
      ledger.append(
          step.fact(
              Lineage.TRAINING_REJECTED,
              clock,
              Map.of("findings", Findings.json(report.findings()))));
      throw new BpmnError("training-rejected", Findings.firstOf(report.findings()));
    }
    ledger.append(step.fact(Lineage.HELD_OUT_SET_FIXED, clock, payload(version, job, report)));
  }

  private Map<String, Object> payload(
      ModelVersion version, JobStatus job, ProcessingReport report) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("inputSha256", report.inputSha256());
    payload.put("train", part(version, job, "train", "train.csv", report.trainSha256()));
    payload.put("holdout", part(version, job, "holdout", "holdout.csv", report.holdoutSha256()));
    payload.put(
        "features", part(version, job, "features", "features.csv", report.featuresSha256()));
    payload.put("rows", part(version, job, "rows", "holdout-rows.txt", report.holdoutRowsSha256()));
    payload.put("report", report(version, job));
    payload.put("trainRows", report.trainRows());
    payload.put("holdoutRows", report.holdoutRows());
    payload.put("trainClasses", report.trainClasses());
    payload.put("holdoutClasses", report.holdoutClasses());
    payload.put("evaluation", SubmissionReader.tree(version.submission()).get("evaluation"));
    return payload;
  }

  private Map<String, Object> report(ModelVersion version, JobStatus job) {
    StoredObject report =
        copies.copy(
            copies.measure(job.outputUri("report") + "/" + REPORT).version(),
            version.program(),
            REPORT);
    return Map.of("uri", report.uri(), "sha256", report.sha256());
  }

  /** What the job says it wrote must be what lies there; only then is it copied to its digest. */
  private Map<String, Object> part(
      ModelVersion version, JobStatus job, String output, String file, String reported) {
    StoredObject written = copies.measure(job.outputUri(output) + "/" + file);
    if (!written.sha256().equals(reported)) {
      throw new IllegalStateException(
          output + " has SHA-256 " + written.sha256() + "; the job wrote " + reported);
    }
    StoredObject copy = copies.copy(written.version(), version.program(), file);
    return Map.of("uri", copy.uri(), "sha256", copy.sha256(), "sizeBytes", copy.sizeBytes());
  }
}
