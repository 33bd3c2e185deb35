package io.sallyport.processes;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the test classes of one run went through: a file for each class, since several JVMs share
 * the classes. A run is Maven's; a JVM that Maven did not start is one by itself.
 */
final class Trails {

  private static final ProcessHandle JVM = ProcessHandle.current();
  private static final String RUN =
      System.getProperty(
          "sallyport.test-run", "jvm-" + JVM.pid() + "-" + JVM.info().startInstant().hashCode());
  private static final Path FOLDER = Path.of("target", "coverage", RUN);

  private Trails() {}

  /** The class has run, and its engine has gone through this so far. */
  static void keep(Class<?> type, Set<String> seen) {
    try {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(type.getName()), seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the classes that have run. */
  static Set<String> ran() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .collect(toCollection(TreeSet::new));
  }

  /** What all of them went through. */
  static Set<String> seen() {
    return files().stream()
        .flatMap(file -> lines(file).stream())
        .collect(toCollection(TreeSet::new));
  }

  private static List<Path> files() {
    if (!Files.isDirectory(FOLDER)) return List.of();
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
