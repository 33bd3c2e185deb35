package io.sallyport.jobs.process;

import io.sallyport.jobs.JobCommand;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A processing job's folders, as SageMaker lays them out, and the job run in them. */
public record ProcessingFolder(Path root) {

  static final ProcessingPlan.Split FIFTH = new ProcessingPlan.Split(5, 0, Optional.empty());

  static ProcessingPlan plan(String label, String task) {
    return new ProcessingPlan(label, task, ",", List.of(), Map.of(), FIFTH, 1);
  }

  public static ProcessingPlan classes(String label) {
    return plan(label, ProcessingPlan.CLASSIFICATION);
  }

  public ProcessingFolder data(String content) throws IOException {
    return data(content.getBytes(StandardCharsets.UTF_8));
  }

  public ProcessingFolder data(byte[] content) throws IOException {
    return input("data/data.csv", content);
  }

  ProcessingFolder holdout(String content) throws IOException {
    return input("holdout/ready.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  private ProcessingFolder input(String name, byte[] content) throws IOException {
    Path file = new MlFolders(root).processingInput(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Runs the job, which must say that it worked. */
  public ProcessingReport process(ProcessingPlan plan) throws IOException {
    MlFolders folders = new MlFolders(root);
    Json.write(folders.processingInput("plan/plan.json"), plan);
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int exit = JobCommand.run(List.of("process"), folders, out);
    if (exit != 0) throw new AssertionError("exit " + exit);
    Path report = folders.processingOutput("report").resolve("processing-report.json");
    return Json.read(report, ProcessingReport.class);
  }

  public String output(String name) throws IOException {
    return Files.readString(root.resolve("processing/output").resolve(name));
  }

  /** Every file that the job left, by its path below {@code processing}, inputs left out. */
  List<String> written() throws IOException {
    Path processing = root.resolve("processing");
    try (Stream<Path> files = Files.walk(processing)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> processing.relativize(file).toString())
          .filter(name -> !name.startsWith("input"))
          .sorted()
          .toList();
    }
  }
}
