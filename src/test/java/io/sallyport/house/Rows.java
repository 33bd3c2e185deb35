package io.sallyport.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requirements by their row, and the tests that carry it in their name. */
public final class Rows {

  private static final Pattern NAMED = Pattern.compile("\\G([SFRC]\\d\\d|A\\d)_");
  private static final Path FILE = Path.of("src/test/resources/rows.txt");

  private Rows() {}

  /**
   * What a row promises.
   *
   * @param later what of it comes later, and with what; empty: nothing
   */
  public record Promise(String words, String later) {

    private static Promise of(String line) {
      String[] parts = line.split(" \\| ", 2);
      return new Promise(parts[0], parts.length == 1 ? "" : parts[1]);
    }
  }

  /** What each row promises: a line each, {@code row words | what comes later}. */
  public static Map<String, Promise> promises() {
    Map<String, Promise> promises = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(FILE)) {
        String[] row = line.split(" ", 2);
        promises.put(row[0], Promise.of(row[1]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return promises;
  }

  /** The tests of each row that has any. */
  public static Map<String, List<Method>> tests(Sources tests) {
    Map<String, List<Method>> byRow = new LinkedHashMap<>();
    promises().keySet().forEach(row -> byRow.put(row, new ArrayList<>()));
    tests
        .methods()
        .filter(Method::isTest)
        .forEach(
            method -> {
              Matcher row = NAMED.matcher(method.name());
              while (row.find()) {
                if (byRow.containsKey(row.group(1))) byRow.get(row.group(1)).add(method);
              }
            });
    byRow.values().removeIf(List::isEmpty);
    return byRow;
  }

  /** The page that maps each row to its tests and the code that they look at. */
  public static String page(Map<String, List<Method>> tests) {
    StringBuilder page = new StringBuilder(HEAD);
    promises()
        .forEach(
            (row, promise) -> {
              page.append("\n## ").append(row).append(' ').append(promise.words()).append("\n\n");
              page.append(section(promise, tests.getOrDefault(row, List.of())));
            });
    return page.toString();
  }

  private static String section(Promise promise, List<Method> tests) {
    if (tests.isEmpty() && promise.later().isEmpty()) return "not yet: no test carries this row\n";
    StringBuilder section = new StringBuilder();
    if (!promise.later().isEmpty()) section.append(promise.later()).append('\n');
    if (!promise.later().isEmpty() && !tests.isEmpty()) section.append('\n');
    if (!tests.isEmpty()) section.append("| test | shows | code |\n|---|---|---|\n");
    tests.forEach(test -> section.append(line(test)));
    return section.toString();
  }

  private static String line(Method test) {
    String type = test.file().replaceFirst("src/test/java/io/sallyport/", "");
    String code = type.replaceFirst("Test\\.java$", ".java");
    if (!Files.exists(Sources.MAIN.resolve("io/sallyport").resolve(code))) {
      Path folder = Path.of(code).getParent();
      code = folder == null ? "" : folder + "/";
    }
    return "| `%s` | `%s` | `%s` |\n"
        .formatted(type.replaceFirst("\\.java$", ""), test.name(), code);
  }

  private static final String HEAD =
      """
      # Traceability

      Each row of the requirements, the tests that carry it in their name, and the code that they
      look at (the class, or the package when a test looks at several). A row is done when its tests
      show it working; *not yet* means that no test does, and *comes with* that it belongs to
      something that the product does not have yet. `TraceabilityTest` fails when a test named here
      does not exist, and when a row that has tests is not listed with them. To write the page anew:
      `./mvnw test -Dtest=TraceabilityTest -Dupdate=true`.
      """;
}
