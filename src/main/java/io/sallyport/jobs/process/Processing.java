package io.sallyport.jobs.process;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Progress;
import io.sallyport.jobs.Sha256;
import io.sallyport.rules.Refused;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The job {@code process} (P2, A3): reads a data set as submitted, says all that is wrong with it
 * or splits it. Two passes, and no row is kept, so that a file may be larger than the memory. Bad
 * data is an answer, not a failure: the report holds findings, and nothing else is written.
 */
public final class Processing {

  private static final List<String> OUTPUTS =
      List.of(Parts.TRAIN, Parts.HOLDOUT, Parts.FEATURES, Parts.ROWS);
  private static final List<String> NOTHING_WRITTEN = Collections.nCopies(OUTPUTS.size(), "");
  private static final int PASSES = 2;

  private final MlFolders folders;
  private final Progress progress;
  private final Findings findings = new Findings();

  public Processing(MlFolders folders, Progress progress) {
    this.folders = folders;
    this.progress = progress;
  }

  public ProcessingReport run() throws IOException {
    Submitted submitted = submitted();
    ProcessingReport report = report(submitted);
    Path file = folders.processingOutput("report").resolve("processing-report.json");
    Json.write(file, report);
    report.findings().forEach(finding -> progress.say(finding.toString()));
    progress.at(1);
    return report;
  }

  private Submitted submitted() throws IOException {
    Path plan = folders.processingInput("plan").resolve("plan.json");
    Path dataSet =
        folders.fileOf("data").orElseThrow(() -> new IOException("input data holds no file"));
    return new Submitted(dataSet, folders.fileOf("holdout"), Json.read(plan, ProcessingPlan.class));
  }

  private ProcessingReport report(Submitted submitted) throws IOException {
    PlanCheck.check(submitted.plan(), findings);
    boolean planFits = findings.isEmpty();
    List<String> names = names(submitted);
    if (!planFits || !HeaderCheck.canBeSurveyed(names)) return refusal(submitted, names);
    Layout layout = Layout.of(submitted.plan(), names);
    Submitted.Meter meter = new Submitted.Meter(progress, submitted, PASSES);
    Survey survey = Survey.of(submitted, layout, meter, findings);
    List<String> sha256 = NOTHING_WRITTEN;
    if (findings.isEmpty()) sha256 = write(submitted, layout, survey, meter);
    return report(submitted, survey, sha256);
  }

  /** The columns of the data set; none if its rows cannot be told apart. */
  private List<String> names(Submitted submitted) throws IOException {
    if (submitted.plan().delimiter().length() != 1) return List.of();
    try {
      return submitted.columns(findings);
    } catch (Refused unreadable) {
      findings.addAll(unreadable.findings());
      return List.of();
    }
  }

  private ProcessingReport refusal(Submitted submitted, List<String> names) throws IOException {
    Survey nothing = Survey.ofNothing(submitted.plan(), Layout.of(submitted.plan(), names));
    return report(submitted, nothing, NOTHING_WRITTEN);
  }

  private ProcessingReport report(Submitted submitted, Survey survey, List<String> sha256)
      throws IOException {
    Optional<Path> ready = submitted.readyHoldout();
    return new ProcessingReport(
        Sha256.hex(submitted.dataSet()),
        ready.isPresent() ? Optional.of(Sha256.hex(ready.get())) : Optional.empty(),
        survey.trainRows() + survey.holdoutRows(),
        survey.trainRows(),
        survey.holdoutRows(),
        survey.columns(),
        survey.classes(false),
        survey.classes(true),
        sha256.get(0),
        sha256.get(1),
        sha256.get(2),
        sha256.get(3),
        findings.all());
  }

  /** Writes beside the outputs first, so that a machine that breaks leaves nothing half-written. */
  private List<String> write(
      Submitted submitted, Layout layout, Survey survey, Submitted.Meter meter) throws IOException {
    Path partial = Files.createTempDirectory(folders.processing(), "partial");
    Parts parts = new Parts(partial, layout, survey);
    try (parts) {
      submitted.visit(layout, parts, meter);
    }
    for (String output : OUTPUTS) {
      String folder = output.substring(0, output.indexOf('/'));
      Path to = folders.processingOutput(folder).resolve(output.substring(folder.length() + 1));
      Files.move(partial.resolve(output), to, StandardCopyOption.REPLACE_EXISTING);
      Files.delete(partial.resolve(folder));
    }
    Files.delete(partial);
    return parts.sha256();
  }
}
