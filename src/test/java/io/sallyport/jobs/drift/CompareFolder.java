package io.sallyport.jobs.drift;

import io.sallyport.jobs.JobCommand;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Sha256;
import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.Window;
import io.sallyport.rules.drift.WindowPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folders of a comparing job, as SageMaker lays them out, and the job run in them. */
record CompareFolder(Path root) {

  static final String FROM = "2026-11-24T10:00:00Z";
  static final String TO = "2026-11-24T11:00:00Z";

  CompareFolder baseline(Baseline baseline) throws IOException {
    Json.write(baselineFile(), baseline);
    return plan(Sha256.hex(baselineFile()));
  }

  /** The window from ten to eleven, without the product's own request {@code own}. */
  CompareFolder plan(String baselineSha256) throws IOException {
    Json.write(
        folders().processingInput("plan/plan.json"),
        new WindowPlan(baselineSha256, FROM, TO, List.of("own")));
    return this;
  }

  /** One file of capture, as SageMaker names them. */
  CompareFolder captured(String name, String lines) throws IOException {
    MlFolders.write(folders().processingInput("capture/AllTraffic/2026/11/24/10/" + name), lines);
    return this;
  }

  Window run() throws IOException {
    int exit = exit();
    if (exit != 0) throw new AssertionError("exit " + exit + ": " + message());
    return Json.read(root.resolve("processing/output/window/window.json"), Window.class);
  }

  int exit() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return JobCommand.run(List.of("compare"), folders(), nowhere);
  }

  String message() throws IOException {
    return Files.readString(folders().message());
  }

  /** A line of data capture. */
  static String line(String id, String at, String rows, List<String> answers) throws IOException {
    return Json.line(
            Map.of(
                "captureData",
                Map.of(
                    "endpointInput", data("text/csv", rows),
                    "endpointOutput", data("application/jsonlines", String.join("\n", answers))),
                "eventMetadata",
                Map.of("eventId", "e", "inferenceId", id, "inferenceTime", at),
                "eventVersion",
                "0"))
        + "\n";
  }

  private static Map<String, String> data(String type, String data) {
    return Map.of("observedContentType", type, "mode", "INPUT", "data", data, "encoding", "CSV");
  }

  private Path baselineFile() {
    return folders().processingInput("baseline/baseline.json");
  }

  private MlFolders folders() {
    return new MlFolders(root);
  }
}
