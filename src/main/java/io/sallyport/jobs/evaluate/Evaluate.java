package io.sallyport.jobs.evaluate;

import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Progress;
import io.sallyport.jobs.Sha256;
import io.sallyport.jobs.drift.Baselines;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import io.sallyport.rules.technical.Slice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The job {@code evaluate} (S09, F08): measures on the held-out set what the plan asks for and
 * writes {@code evaluation.json}, and beside it what later windows are compared with: {@code
 * baseline.json}. It judges nothing. Its log holds progress and nothing else, and its failures name
 * files and lines only: a submitter may see both.
 */
public final class Evaluate {

  private static final double SETS_READ = 0.1;
  private static final double SETS_COMPARED = 0.4;

  private final MlFolders folders;
  private final Progress progress;

  public Evaluate(MlFolders folders, Progress progress) {
    this.folders = folders;
    this.progress = progress;
  }

  public Evaluation run() throws IOException {
    Path planFile = folders.processingInput("plan").resolve("plan.json");
    EvaluationPlan plan = Json.read(planFile, EvaluationPlan.class);
    SetReader reader = SetReader.of(file("train"), file("holdout"), plan.label(), kept(plan));
    EvaluationSet train = reader.read(file("train"));
    EvaluationSet heldOut = reader.read(file("holdout"));
    progress.at(SETS_READ);
    Evaluation.Overlap overlap = SetOverlap.of(train, heldOut, reader.numeric(), plan);
    progress.at(SETS_COMPARED);
    Measurement measurement = measurement(plan, train, heldOut);
    Evaluation evaluation =
        new Evaluation(
            plan,
            heldOut.rows(),
            train.rows(),
            plan.classifies() ? heldOut.classes(train) : Map.of(),
            slices(plan, heldOut),
            metrics(plan, heldOut, measurement),
            measurement.confusion(),
            overlap,
            read(planFile));
    Json.write(folders.processingOutput("evaluation").resolve("evaluation.json"), evaluation);
    Json.write(
        folders.processingOutput("evaluation").resolve("baseline.json"),
        Baselines.of(file("holdout"), plan.label(), file("predictions")));
    progress.at(1);
    return evaluation;
  }

  private Measurement measurement(EvaluationPlan plan, EvaluationSet train, EvaluationSet heldOut)
      throws IOException {
    return plan.classifies()
        ? ClassMeasurement.of(plan.seed(), train, heldOut, file("predictions"))
        : NumberMeasurement.of(plan.seed(), heldOut, file("predictions"));
  }

  private Evaluation.SetsRead read(Path plan) throws IOException {
    return new Evaluation.SetsRead(
        Sha256.hex(file("train")),
        Sha256.hex(file("holdout")),
        Sha256.hex(file("predictions")),
        Sha256.hex(plan));
  }

  private Path file(String input) throws IOException {
    return folders
        .fileOf(input)
        .orElseThrow(() -> new IOException("input " + input + " holds no file"));
  }

  /** The columns whose values are needed as text: those of slices and the group. */
  private static Set<String> kept(EvaluationPlan plan) {
    Set<String> kept = new HashSet<>();
    plan.groupColumn().ifPresent(kept::add);
    plan.metrics().forEach(asked -> asked.slice().map(Slice::column).ifPresent(kept::add));
    return kept;
  }

  private static List<Evaluation.SliceRows> slices(EvaluationPlan plan, EvaluationSet heldOut) {
    return plan.metrics().stream()
        .flatMap(asked -> asked.slice().stream())
        .distinct()
        .map(slice -> new Evaluation.SliceRows(slice, heldOut.rowsOf(slice).length))
        .toList();
  }

  private List<MetricResult> metrics(
      EvaluationPlan plan, EvaluationSet heldOut, Measurement measurement) {
    int[] all = IntStream.range(0, heldOut.rows()).toArray();
    List<MetricResult> results = new ArrayList<>();
    int done = 0;
    for (RequestedMetric asked : plan.metrics()) {
      int[] rows = asked.slice().map(heldOut::rowsOf).orElse(all);
      Optional<MetricResult> result =
          rows.length == 0 ? Optional.empty() : measurement.of(asked, rows);
      result.ifPresent(results::add);
      progress.at(SETS_COMPARED + (1 - SETS_COMPARED) * ++done / plan.metrics().size());
    }
    return results;
  }
}
