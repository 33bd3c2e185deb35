package io.sallyport.jobs.evaluate;

import io.sallyport.jobs.JobCommand;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.process.ProcessingFolder;
import io.sallyport.rules.table.Table;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.RequestedMetric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An evaluation job's folders, as SageMaker lays them out, and the job run in them. */
public record EvaluationFolder(Path root, ByteArrayOutputStream log) {

  public static EvaluationFolder in(Path root) {
    return new EvaluationFolder(root, new ByteArrayOutputStream());
  }

  public static EvaluationPlan plan(String label, String task, String... metrics) {
    List<RequestedMetric> asked =
        Arrays.stream(metrics)
            .map(metric -> new RequestedMetric(metric, "0.85", Optional.empty()))
            .toList();
    return new EvaluationPlan(label, task, asked, Optional.empty(), 42);
  }

  /** Both parts of a sample, split by the product's own rule. */
  public EvaluationFolder split(Path scratch, Path sample, String label) throws IOException {
    ProcessingFolder processing = new ProcessingFolder(scratch);
    processing.data(Files.readAllBytes(sample)).process(ProcessingFolder.classes(label));
    return train(processing.output("train/train.csv"))
        .holdout(processing.output("holdout/holdout.csv"));
  }

  public EvaluationFolder train(String csv) throws IOException {
    return input("train/train.csv", csv);
  }

  EvaluationFolder holdout(String csv) throws IOException {
    return input("holdout/holdout.csv", csv);
  }

  public EvaluationFolder predictions(int rows, IntFunction<String> line) throws IOException {
    String lines = IntStream.range(0, rows).mapToObj(line).collect(Collectors.joining("\n"));
    return input("predictions/features.csv.out", lines + "\n");
  }

  private EvaluationFolder input(String name, String content) throws IOException {
    MlFolders.write(new MlFolders(root).processingInput(name), content);
    return this;
  }

  /** True labels of the held-out rows, in order. */
  public List<String> truth() throws IOException {
    return Table.all(new MlFolders(root).processingInput("holdout/holdout.csv")).stream()
        .map(row -> row.values().get(row.values().size() - 1))
        .toList();
  }

  int run(EvaluationPlan plan) throws IOException {
    MlFolders folders = new MlFolders(root);
    Json.write(folders.processingInput("plan/plan.json"), plan);
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    return JobCommand.run(List.of("evaluate"), folders, out);
  }

  /** Runs the job, which must say that it worked. */
  public Evaluation evaluate(EvaluationPlan plan) throws IOException {
    int exit = run(plan);
    if (exit != 0) throw new AssertionError("exit " + exit + ": " + message());
    Path file = root.resolve("processing/output/evaluation/evaluation.json");
    return Json.read(file, Evaluation.class);
  }

  String message() throws IOException {
    return Files.readString(new MlFolders(root).message());
  }
}
