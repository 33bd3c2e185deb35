package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.Method;
import io.sallyport.house.Rows;
import io.sallyport.house.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A7: docs/traceability.md names tests that exist, and no row is silent about its tests. */
class TraceabilityTest {

  private static final Path PAGE = Path.of("docs/traceability.md");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\|");
  private static final Sources TESTS = Sources.below(Sources.TEST);

  @BeforeAll
  static void update() throws IOException {
    if (Boolean.getBoolean("update")) Files.writeString(PAGE, Rows.page(Rows.tests(TESTS)));
  }

  @Test
  void A7_every_test_that_is_named_exists() throws IOException {
    Set<String> there =
        TESTS
            .methods()
            .filter(Method::isTest)
            .map(method -> name(method.file()) + " " + method.name())
            .collect(Collectors.toSet());
    List<String> named =
        LINE.matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1) + " " + found.group(2))
            .toList();
    assertThat(named).isNotEmpty().allSatisfy(test -> assertThat(there).contains(test));
  }

  @Test
  void A7_every_row_is_listed_and_one_with_tests_is_not_called_open() throws IOException {
    String page = Files.readString(PAGE);
    Map<String, List<Method>> tests = Rows.tests(TESTS);
    Rows.promises()
        .forEach(
            (row, promise) -> {
              String section = section(page, row);
              boolean open = !tests.containsKey(row);
              assertThat(section.contains("| `")).as(row).isEqualTo(!open);
              assertThat(section.contains("\nnot yet"))
                  .as(row)
                  .isEqualTo(open && promise.later().isEmpty());
              assertThat(section.contains("\ncomes with ") && !open).as(row).isFalse();
              assertThat(section).as(row).contains(promise.later());
            });
  }

  private static String section(String page, String row) {
    int start = page.indexOf("\n## " + row + " ");
    assertThat(start).as(row).isNotNegative();
    return page.substring(start + 1).split("\n## ", 2)[0];
  }

  private static String name(String file) {
    return file.replaceFirst("src/test/java/io/sallyport/", "").replaceFirst("\\.java$", "");
  }
}
