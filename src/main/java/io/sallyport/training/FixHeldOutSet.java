package io.sallyport.training;

import io.sallyport.aws.jobs.JobStatus;
import io.sallyport.aws.jobs.ProcessingJobs;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Documents;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.Refusals;
import io.sallyport.models.RunningJobs.Kind;
import io.sallyport.models.StepJobs;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.technical.ProcessingReport;
import io.sallyport.rules.training.HoldOutSize;
import io.sallyport.rules.training.TrainingRules;
import io.sallyport.rules.training.WrittenFiles;
import io.sallyport.rules.training.WrittenFiles.Written;
import io.sallyport.workflow.Step;
import io.sallyport.workflow.Steps;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** A file that the job says it wrote, in the output of that name. */
  private record Part(String output, String file, String sha256) {}

  /** The part, copied to its digest. */
  private record Kept(Part part, StoredObject copy) {

    Written written() {
      return new Written(part.output(), part.sha256(), copy.sha256());
    }

    Map<String, Object> json() {
      return Map.of("uri", copy.uri(), "sha256", copy.sha256(), "sizeBytes", copy.sizeBytes());
    }
  }

  private final Steps steps;
  private final Models models;
  private final ProcessingJobs jobs;
  private final ExactCopies copies;
  private final Documents documents;
  private final Refusals refusals;
  private final Ledger ledger;
  private final Clock clock;

  FixHeldOutSet(
      Steps steps,
      Models models,
      ProcessingJobs jobs,
      ExactCopies copies,
      Documents documents,
      Refusals refusals,
      Ledger ledger,
      Clock clock) {
    this.steps = steps;
    this.models = models;
    this.jobs = jobs;
    this.copies = copies;
    this.documents = documents;
    this.refusals = refusals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = steps.of(execution);
    ModelVersion version = models.of(step.modelVersion());
    JobStatus job = jobs.read(StepJobs.name(execution, Kind.PROCESSING));
    StoredObject written =
        copies.copyCurrent(job.outputUri("report") + "/" + REPORT, version.program());
    ProcessingReport report = documents.read(written.uri(), ProcessingReport.class);
    refusals.refuseFor(report.findings(), step, Lineage.TRAINING_REJECTED);
    refusals.refuseFor(
        TrainingRules.ABOUT_THE_HOLD_OUT.check(size(job, report)), step, Lineage.TRAINING_REJECTED);
    Map<String, Object> payload = payload(version, job, report);
    payload.put("report", Map.of("uri", written.uri(), "sha256", written.sha256()));
    ledger.append(step.fact(Lineage.HELD_OUT_SET_FIXED, clock, payload));
  }

  private Map<String, Object> payload(
      ModelVersion version, JobStatus job, ProcessingReport report) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("inputSha256", report.inputSha256());
    for (Kept kept : keep(version, job, report)) {
      payload.put(kept.part().output(), kept.json());
    }
    payload.put("trainRows", report.trainRows());
    payload.put("holdoutRows", report.holdoutRows());
    payload.put("trainClasses", report.trainClasses());
    payload.put("holdoutClasses", report.holdoutClasses());
    payload.put("evaluation", SubmissionReader.tree(version.submission()).get("evaluation"));
    return payload;
  }

  private HoldOutSize size(JobStatus job, ProcessingReport report) {
    String features = job.outputUri("features") + "/features.csv";
    return new HoldOutSize(report.holdoutRows(), copies.sizeBytes(features));
  }

  private static List<Part> parts(ProcessingReport report) {
    return List.of(
        new Part("train", "train.csv", report.trainSha256()),
        new Part("holdout", "holdout.csv", report.holdoutSha256()),
        new Part("features", "features.csv", report.featuresSha256()),
        new Part("rows", "holdout-rows.txt", report.holdoutRowsSha256()));
  }

  /** Each part copied to its digest, which must be the one that the job says it wrote. */
  private List<Kept> keep(ModelVersion version, JobStatus job, ProcessingReport report) {
    List<Kept> kept =
        parts(report).stream().map(part -> new Kept(part, copy(version, job, part))).toList();
    TrainingRules.ABOUT_THE_FILES.require(
        new WrittenFiles(kept.stream().map(Kept::written).toList()));
    return kept;
  }

  private StoredObject copy(ModelVersion version, JobStatus job, Part part) {
    return copies.copyCurrent(job.outputUri(part.output()) + "/" + part.file(), version.program());
  }
}
