package io.sallyport;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.SourceFile;
import io.sallyport.house.Sources;
import io.sallyport.house.Tidiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sizes and names of CONTRIBUTING.md. What breaks a limit is listed in {@code tidy-exceptions.txt},
 * with its size; the list can only shrink: an entry that is no longer needed fails as well.
 */
class TidyTest {

  private static final List<SourceFile> FILES = files();

  @Test
  void what_is_too_long_too_wide_or_badly_named_is_listed_and_the_list_only_shrinks()
      throws IOException {
    Set<String> found = new Tidiness(FILES).found();
    Set<String> excepted =
        Files.readAllLines(Path.of("src/test/resources/tidy-exceptions.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(toCollection(TreeSet::new));
    Set<String> noLonger = new TreeSet<>(excepted);
    noLonger.removeAll(found);
    found.removeAll(excepted);
    assertThat(found).as("found, and not listed").isEmpty();
    assertThat(noLonger).as("listed, and no longer found: take it out").isEmpty();
  }

  @Test
  void no_file_holds_a_tab_or_an_open_end_without_the_number_of_its_issue() {
    assertThat(new Tidiness(FILES).openEnds())
        .containsExactlyInAnyOrder( // they name what they look for
            "src/test/java/io/sallyport/TidyTest.java",
            "src/test/java/io/sallyport/house/Tidiness.java");
  }

  @Test
  void nine_of_ten_methods_and_files_of_the_product_are_far_below_the_limits() {
    Tidiness product = new Tidiness(Sources.below(Sources.MAIN).files());
    assertThat(product.methodLinesOfNineInTen()).isLessThanOrEqualTo(20);
    assertThat(product.fileLinesOfNineInTen()).isLessThanOrEqualTo(200);
  }

  @Test
  void what_breaks_a_limit_is_seen(@TempDir Path folder) throws IOException {
    String body = "    run();\n".repeat(40);
    Files.writeString(
        folder.resolve("BadInfo.java"),
        """
        public class BadInfo {
          // TODO later
          void wide(int a, int b, int c, int d, int e) {}
          void run() {
        %s  }
        %s}
        """
            .formatted(body, "\n".repeat(300)));
    Tidiness planted = new Tidiness(Sources.below(folder).files());

    assertThat(planted.found())
        .map(line -> line.replaceAll(" [^ ]*/", " "))
        .containsExactly(
            "file-lines BadInfo.java 346",
            "javadoc BadInfo.java BadInfo",
            "method-lines BadInfo.java BadInfo.run 42",
            "name BadInfo.java",
            "parameters BadInfo.java BadInfo.wide 5");
    assertThat(planted.openEnds()).hasSize(1);
    assertThat(planted.methodLinesOfNineInTen()).isEqualTo(42);
  }

  @Test
  void every_package_says_in_a_sentence_what_it_is() {
    Set<String> described = folders(SourceFile::isPackageInfo);
    Set<String> all = folders(file -> true);
    all.removeIf(folder -> described.contains(folder.replace("src/test/java", "src/main/java")));
    all.removeAll(described);
    assertThat(all).isEmpty();
    assertThat(FILES)
        .filteredOn(SourceFile::isPackageInfo)
        .allSatisfy(file -> assertThat(file.text()).startsWith("/**").contains("@org.jspecify"));
  }

  private static Set<String> folders(Predicate<SourceFile> condition) {
    return FILES.stream()
        .filter(condition)
        .map(file -> Path.of(file.path()).getParent().toString())
        .collect(toCollection(TreeSet::new));
  }

  private static List<SourceFile> files() {
    return Stream.of(Sources.MAIN, Sources.TEST)
        .flatMap(folder -> Sources.below(folder).files().stream())
        .toList();
  }
}
