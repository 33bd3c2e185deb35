package io.sallyport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.train.TrainingFolder;
import io.sallyport.rules.security.ArtifactScan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanningTest {

  @TempDir Path root;

  @Test
  void S10_a_scan_with_findings_is_a_finished_job() throws Exception {
    Path input = Files.createDirectories(root.resolve("processing/input/model"));
    Files.writeString(input.resolve("model.tar.gz"), "no archive");

    assertThat(run()).isZero();
    assertThat(Json.read(answer(), ArtifactScan.class).findings())
        .hasToString("[scan/gzip: model.tar.gz is not gzip; the limit is a gzip member]");
  }

  @Test
  void S10_a_missing_artifact_is_trouble_of_the_machine() throws Exception {
    assertThat(run()).isEqualTo(1);
    assertThat(answer()).doesNotExist();
    assertThat(root.resolve("output/message")).content().contains("there is no ");
  }

  @ParameterizedTest
  @CsvSource({
    "classification,random-forest",
    "classification,forest-without-bootstrap",
    "classification,adaboost",
    "classification,linear",
    "regression,random-forest",
    "regression,forest-without-bootstrap",
    "regression,linear"
  })
  void S10_what_the_reference_trainer_leaves_is_understood(String task, String trainer)
      throws Exception {
    TrainingFolder training = new TrainingFolder(root.resolve("training"));
    training.data(rows(task)).told("label", "y", "task", task, "trainer", trainer, "trees", "4");
    training.train();
    pack(training.folders().model());

    assertThat(run()).isZero();
    assertThat(Json.read(answer(), ArtifactScan.class).findings()).isEmpty();
    assertThat(Json.read(answer(), ArtifactScan.class).members())
        .extracting(ArtifactScan.Member::name)
        .containsExactly("manifest.json", "model.pb", "schema.json");
  }

  private static String rows(String task) {
    StringBuilder rows = new StringBuilder("a,town,y\n");
    for (int row = 0; row < 120; row++) {
      String label = task.equals("regression") ? "" + 3 * row : row < 60 ? "low" : "high";
      rows.append(row + "," + (row % 3 == 0 ? "north" : "south") + "," + label + "\n");
    }
    return rows.toString();
  }

  /** Packs a folder by a tar writer that is not ours. */
  private void pack(Path folder) throws IOException {
    Path input = Files.createDirectories(root.resolve("processing/input/model"));
    try (OutputStream file = Files.newOutputStream(input.resolve("model.tar.gz"));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      for (String name : List.of("manifest.json", "model.pb", "schema.json")) {
        byte[] content = Files.readAllBytes(folder.resolve(name));
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
  }

  private int run() {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return JobCommand.run(List.of("scan"), new MlFolders(root), out);
  }

  private Path answer() {
    return root.resolve("processing/output/scan/artifact-scan.json");
  }
}
