package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Nothing of a diagram is without a test. Runs after all others, in Maven in a JVM of its own;
 * judges only when every class of this package ran before it.
 */
@Order(Integer.MAX_VALUE)
class CoverageTest {

  private static final Path CLASSES = Path.of("target/test-classes/io/sallyport/processes");

  @AfterAll
  static void print() {
    if (Trails.ran().isEmpty()) return;
    String notRun = notRun().isEmpty() ? "" : "not run: " + String.join(", ", notRun()) + "\n";
    System.out.println(
        "What the engine went through\n" + Coverage.of(Trails.seen()) + "\n" + notRun);
  }

  @Test
  void C01_every_process_has_a_class_of_its_own() {
    assertThat(Coverage.processes())
        .extracting(CoverageTest::typeName)
        .hasSize(8)
        .allSatisfy(name -> assertThat(testClasses()).contains(name));
  }

  @Test
  void A6_C01_every_node_every_flow_and_every_row_was_gone_through() {
    assumeThat(notRun()).as("classes that did not run").isEmpty();

    assertThat(Coverage.of(Trails.seen()).missing()).isEmpty();
  }

  @Test
  void A6_what_nothing_went_through_is_named() {
    Set<String> all = new TreeSet<>(Coverage.of(Set.of()).missing());
    List<String> lost =
        List.of(
            "gate-1-technical-validation check-thresholds",
            "gate-2-findings gate-2-findings-rule-1",
            "training-run try-processing-job-to-start-processing-job");
    assertThat(all).containsAll(lost);
    all.removeAll(lost);

    assertThat(Coverage.of(all).missing()).containsExactlyInAnyOrderElementsOf(lost);
  }

  /** The tests of this package that have not run. */
  private static List<String> notRun() {
    Set<String> ran = Trails.ran();
    return testClasses().stream()
        .filter(name -> !ran.contains(CoverageTest.class.getPackageName() + "." + name))
        .filter(name -> !name.equals(CoverageTest.class.getSimpleName()))
        .toList();
  }

  private static List<String> testClasses() {
    try (Stream<Path> files = Files.list(CLASSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> name.replace(".class", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code gate-1-technical-validation} → {@code Gate1TechnicalValidationPathsTest}. */
  private static String typeName(String process) {
    StringBuilder name = new StringBuilder();
    for (String word : process.split("-", -1)) {
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return name + "PathsTest";
  }
}
