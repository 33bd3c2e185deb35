package io.sallyport.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing of a diagram is without a test. Runs after all others of the module ({@code
 * junit-platform.properties}); judges only when every class of this package ran before it.
 */
@ExtendWith(OnEngine.class)
@Order(Integer.MAX_VALUE)
class CoverageTest {

  private static final Path CLASSES = Path.of("target/test-classes/io/sallyport/processes");

  @Test
  void C01_every_process_has_a_class_of_its_own() {
    assertThat(Engine.shared().processes())
        .extracting(process -> typeName(process.getKey()))
        .hasSize(7)
        .allSatisfy(
            name -> assertThat(testClasses()).extracting(Class::getSimpleName).contains(name));
  }

  @Test
  void A6_C01_every_node_every_flow_and_every_row_was_gone_through() {
    assumeThat(notRun()).as("classes that did not run").isEmpty();

    assertThat(Coverage.of(Engine.shared()).missing()).isEmpty();
  }

  /** The tests of this package that have not begun in this JVM. */
  static List<Class<?>> notRun() {
    return testClasses().stream()
        .filter(type -> !OnEngine.ran().contains(type) && !type.equals(CoverageTest.class))
        .toList();
  }

  private static List<Class<?>> testClasses() {
    try (Stream<Path> files = Files.list(CLASSES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Test.class"))
          .sorted()
          .<Class<?>>map(name -> type(name.replace(".class", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(CoverageTest.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
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
