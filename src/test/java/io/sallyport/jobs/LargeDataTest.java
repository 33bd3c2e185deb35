package io.sallyport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.process.ProcessingFolder;
import io.sallyport.jobs.train.TrainingFolder;
import io.sallyport.rules.technical.ProcessingReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("boundary")
class LargeDataTest {

  private static final long BYTES = 200_000_000;
  private static final int DEADLINE_MINUTES = 5;

  @TempDir Path folder;

  @Test
  void A3_two_hundred_megabytes_are_split_with_half_a_gigabyte_of_memory() throws Exception {
    MlFolders folders = new MlFolders(folder);
    long rows = write(folders.processingInput("data"));
    Json.write(folders.processingInput("plan/plan.json"), ProcessingFolder.classes("kind"));

    assertThat(exit("job", "process")).isZero();
    Path file = folders.processingOutput("report").resolve("processing-report.json");
    ProcessingReport report = Json.read(file, ProcessingReport.class);
    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).isEqualTo(rows);
  }

  @Test
  void A3_a_training_part_beyond_the_memory_is_refused_in_words() throws Exception {
    MlFolders folders = new MlFolders(folder);
    write(folders.trainingData().getParent());
    Files.move(folders.trainingData().resolveSibling("large.csv"), folders.trainingData());
    new TrainingFolder(folder).told("label", "kind");

    assertThat(exit("train")).isOne();
    assertThat(Files.readString(folders.failure()))
        .startsWith("training/the-data-fits-in-memory: train.csv is ")
        .endsWith("choose one with more memory");
  }

  private static long write(Path to) throws IOException {
    Files.createDirectories(to);
    long rows = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(to.resolve("large.csv"))) {
      writer.write("a,b,c,town,kind\n");
      for (long written = 0; written < BYTES; rows++) {
        String row = rows + "," + rows * 31 % 1009 / 7.0 + "," + rows % 97 + ",town " + rows % 40;
        String line = row + (rows % 3 == 0 ? ",x\n" : ",y\n");
        writer.write(line);
        written += line.length();
      }
    }
    return rows;
  }

  private int exit(String... arguments) throws Exception {
    ProcessBuilder builder = MainProcess.of("-Xmx512m", arguments);
    builder.environment().put(MlFolders.ROOT, folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    try {
      process.getInputStream().transferTo(System.out);
      assertThat(process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
