package io.sallyport.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beans that our diagrams name. */
final class Delegations {

  private static final Path FOLDER = Path.of("processes");
  private static final Pattern BEAN =
      Pattern.compile("<bpmn:serviceTask [^>]*delegateExpression=\"\\$\\{(\\w+)}\"");
  private static final Pattern LISTENER =
      Pattern.compile("<camunda:taskListener [^>]*delegateExpression=\"\\$\\{(\\w+)}\"");

  private Delegations() {}

  /** Those of service tasks. */
  static SortedSet<String> delegates() {
    return named(BEAN);
  }

  /** Those of service tasks and of the listeners of human tasks. */
  static SortedSet<String> all() {
    SortedSet<String> all = delegates();
    all.addAll(named(LISTENER));
    return all;
  }

  private static SortedSet<String> named(Pattern pattern) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .map(Delegations::text)
          .flatMap(text -> pattern.matcher(text).results())
          .map((MatchResult found) -> found.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
