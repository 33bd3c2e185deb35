package io.sallyport;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.Method;
import io.sallyport.house.SourceFile;
import io.sallyport.house.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sizes and names of CONTRIBUTING.md. What breaks a limit is listed in {@code tidy-exceptions.txt},
 * with its size; the list can only shrink: an entry that is no longer needed fails as well.
 */
class TidyTest {

  private static final int METHOD_LINES_MAX = 40;
  private static final int FILE_LINES_MAX = 300;
  private static final int PARAMETERS_MAX = 4;
  private static final int BEANS_MAX = 10;
  private static final Pattern BANNED_NAME =
      Pattern.compile(".+(Util|Utils|Helper|Manager|Service|Impl|Data|Info)");
  private static final Pattern OPEN_END = Pattern.compile("(TODO|FIXME|XXX)(?!\\(#\\d+\\))\\b");
  private static final List<SourceFile> FILES = files();

  @Test
  void what_is_too_long_too_wide_or_badly_named_is_listed_and_the_list_only_shrinks()
      throws IOException {
    Set<String> found =
        Stream.of(longFiles(), longMethods(), wideMethods(), badNames())
            .flatMap(lines -> lines)
            .collect(toCollection(TreeSet::new));
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
    assertThat(FILES)
        .filteredOn(file -> file.text().contains("\t") || OPEN_END.matcher(file.text()).find())
        .extracting(SourceFile::path)
        .containsExactly("src/test/java/io/sallyport/TidyTest.java"); // it names what it looks for
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

  private static Stream<String> longFiles() {
    return FILES.stream()
        .filter(file -> file.lines() > FILE_LINES_MAX)
        .map(file -> "file-lines %s %d".formatted(file.path(), file.lines()));
  }

  private static Stream<String> longMethods() {
    return methods(method -> method.lines() > METHOD_LINES_MAX)
        .map(method -> line("method-lines", method, method.lines()));
  }

  private static Stream<String> wideMethods() {
    return methods(method -> method.parameters() > parametersMax(method))
        .map(method -> line("parameters", method, method.parameters()));
  }

  /** A bean is given its parts, a record its components, a test the columns of its table. */
  private static int parametersMax(Method method) {
    if (method.isTest()) return Integer.MAX_VALUE;
    return switch (method.kind()) {
      case METHOD -> PARAMETERS_MAX;
      case CONSTRUCTOR -> BEANS_MAX;
      case RECORD_CONSTRUCTOR -> Integer.MAX_VALUE;
    };
  }

  private static Stream<String> badNames() {
    return FILES.stream()
        .filter(file -> BANNED_NAME.matcher(typeName(file)).matches())
        .map(file -> "name " + file.path());
  }

  private static Stream<Method> methods(Predicate<Method> condition) {
    return FILES.stream().flatMap(file -> file.methods().stream()).filter(condition);
  }

  private static String line(String limit, Method method, int size) {
    return "%s %s %s.%s %d".formatted(limit, method.file(), method.type(), method.name(), size);
  }

  private static String typeName(SourceFile file) {
    return Path.of(file.path()).getFileName().toString().replace(".java", "");
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
