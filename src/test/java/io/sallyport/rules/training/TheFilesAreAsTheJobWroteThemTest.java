package io.sallyport.rules.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.training.WrittenFiles.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheFilesAreAsTheJobWroteThemTest {

  private final TheFilesAreAsTheJobWroteThem rule = new TheFilesAreAsTheJobWroteThem();

  @Test
  void F07_the_bytes_that_the_job_wrote_hold() {
    assertThat(rule.check(new WrittenFiles(List.of(new Written("train", "aa", "aa"))))).isEmpty();
  }

  @Test
  void F07_a_job_that_wrote_nothing_is_named() {
    assertThat(rule.check(new WrittenFiles(List.of())))
        .hasToString(
            "[training/the-files-are-as-the-job-wrote-them: files of the job is none; the limit is"
                + " at least 1]");
  }

  @Test
  void F07_every_other_file_is_named_with_both_digests() {
    WrittenFiles files =
        new WrittenFiles(
            List.of(
                new Written("train", "aa", "bb"),
                new Written("features", "cc", "cc"),
                new Written("holdout", "dd", "ee")));

    assertThat(rule.check(files))
        .hasToString(
            "[training/the-files-are-as-the-job-wrote-them: train is SHA-256 bb; the limit is"
                + " SHA-256 aa, training/the-files-are-as-the-job-wrote-them: holdout is SHA-256"
                + " ee; the limit is SHA-256 dd]");
  }
}
