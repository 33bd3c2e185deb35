package io.sallyport.jobs.drift;

import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Progress;
import io.sallyport.jobs.Sha256;
import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.Window;
import io.sallyport.rules.drift.WindowPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The job {@code compare} (S18): counts what an endpoint captured in the bins of its version's
 * baseline, and writes {@code window.json}. It judges nothing. Memory holds one request and the
 * counts, however much was captured.
 */
public final class Compare {

  /** Characters of a line: a request and an answer of six megabytes each, in Base64. */
  private static final int LINE_LENGTH_MAX = 20 << 20;

  private final MlFolders folders;
  private final Progress progress;

  public Compare(MlFolders folders, Progress progress) {
    this.folders = folders;
    this.progress = progress;
  }

  public Window run() throws IOException {
    Path plan = folders.processingInput("plan").resolve("plan.json");
    WindowPlan asked = Json.read(plan, WindowPlan.class);
    Path file = folders.processingInput("baseline").resolve("baseline.json");
    String sha256 = Sha256.hex(file);
    if (!sha256.equals(asked.baselineSha256())) {
      throw new IOException("the baseline is sha256 " + sha256 + ", not the one of the plan");
    }
    WindowCount count = new WindowCount(asked, Json.read(file, Baseline.class));
    List<Path> files = captured();
    for (int i = 0; i < files.size(); i++) {
      read(files.get(i), count);
      progress.at((i + 1.0) / files.size());
    }
    Window window = count.window();
    Json.write(folders.processingOutput("window").resolve("window.json"), window);
    progress.at(1);
    return window;
  }

  private List<Path> captured() throws IOException {
    try (Stream<Path> files = Files.walk(folders.processingInput("capture"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private static void read(Path file, WindowCount count) throws IOException {
    // Lenient: what is no UTF-8 is a request that cannot be read, and not the end of the job.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      for (int character = reader.read(); character >= 0; character = reader.read()) {
        if (character == '\n') {
          count.add(line.toString());
          line.setLength(0);
        } else if (line.length() < LINE_LENGTH_MAX) {
          line.append((char) character);
        }
      }
      if (!line.isEmpty()) count.add(line.toString());
    }
  }
}
