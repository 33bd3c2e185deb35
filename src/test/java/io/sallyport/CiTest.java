package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sum at the end of {@code .ci/run} is right, and a run without tests is no success. */
class CiTest {

  @TempDir Path folder;

  @Test
  void A7_reports_are_summed_over_all_folders() throws Exception {
    report("surefire/TEST-a.xml", "tests=\"5\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    report("failsafe/TEST-b.xml", "tests=\"7\" errors=\"0\" skipped=\"0\" failures=\"0\"");
    assertThat(sum()).isEqualTo("12 passed, 0 failed\nexit 0\n");
  }

  @Test
  void A7_a_failure_or_an_error_fails_and_skipped_tests_are_told() throws Exception {
    report("surefire/TEST-a.xml", "tests=\"9\" errors=\"1\" skipped=\"2\" failures=\"3\"");
    assertThat(sum()).isEqualTo("3 passed, 4 failed, 2 skipped\nexit 1\n");
  }

  @Test
  void A7_a_report_broken_over_lines_with_words_of_its_own_is_read() throws Exception {
    report(
        "surefire/TEST-a.xml",
        "name=\"x\"\n  failures=\"0\" errors=\"0\"\n  skipped=\"0\"\n  tests=\"4\"");
    assertThat(sum()).isEqualTo("4 passed, 0 failed\nexit 0\n");
  }

  @Test
  void A7_no_tests_is_no_success() throws Exception {
    Files.createDirectories(folder.resolve("surefire"));
    assertThat(sum()).isEqualTo("0 passed, 0 failed\nexit 1\n");
  }

  private void report(String name, String attributes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?>\n<testsuite version=\"3.0\" "
            + attributes
            + ">\n<testcase name=\"t\"><system-out>&lt;testsuite tests=\"99\"</system-out>"
            + "</testcase></testsuite>\n");
  }

  private String sum() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
    Process process =
        new ProcessBuilder(
                "/bin/bash",
                ".ci/sum",
                folder.resolve("surefire").toString(),
                folder.resolve("failsafe").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output + "exit " + process.exitValue() + "\n";
  }
}
