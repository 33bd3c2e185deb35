package io.sallyport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ArtifactScan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private int run() {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return JobCommand.run(List.of("scan"), new MlFolders(root), out);
  }

  private Path answer() {
    return root.resolve("processing/output/scan/artifact-scan.json");
  }
}
