package io.sallyport.house;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The measures of CONTRIBUTING.md, taken of files. */
public record Tidiness(List<SourceFile> files) {

  private static final int METHOD_LINES_MAX = 40;
  private static final int FILE_LINES_MAX = 300;
  private static final int PARAMETERS_MAX = 4;
  private static final int BEANS_MAX = 10;
  private static final Pattern BANNED_NAME =
      Pattern.compile(".+(Util|Utils|Helper|Manager|Service|Impl|Data|Info)");
  private static final Pattern OPEN_END = Pattern.compile("(TODO|FIXME|XXX)(?!\\(#\\d+\\))\\b");

  /** What is too long, too wide, badly named or undescribed; a line each, with its size. */
  public Set<String> found() {
    return Stream.of(longFiles(), longMethods(), wideMethods(), badNames(), undescribed())
        .flatMap(lines -> lines)
        .collect(toCollection(TreeSet::new));
  }

  /** Files with a tab, or with something left open that no issue remembers. */
  public List<String> openEnds() {
    return files.stream()
        .filter(file -> file.text().contains("\t") || OPEN_END.matcher(file.text()).find())
        .map(SourceFile::path)
        .toList();
  }

  /** The lines that nine of ten methods do not exceed. */
  public int methodLinesOfNineInTen() {
    return nineInTen(methods(method -> true).mapToInt(Method::lines));
  }

  /** The lines that nine of ten files do not exceed. */
  public int fileLinesOfNineInTen() {
    return nineInTen(files.stream().mapToInt(SourceFile::lines));
  }

  private static int nineInTen(IntStream sizes) {
    int[] sorted = sizes.sorted().toArray();
    return sorted[sorted.length * 9 / 10];
  }

  private Stream<String> longFiles() {
    return files.stream()
        .filter(file -> file.lines() > FILE_LINES_MAX)
        .map(file -> "file-lines %s %d".formatted(file.path(), file.lines()));
  }

  private Stream<String> longMethods() {
    return methods(method -> method.lines() > METHOD_LINES_MAX)
        .map(method -> line("method-lines", method, method.lines()));
  }

  private Stream<String> wideMethods() {
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

  private Stream<String> badNames() {
    return files.stream()
        .filter(file -> BANNED_NAME.matcher(typeName(file)).matches())
        .map(file -> "name " + file.path());
  }

  private Stream<String> undescribed() {
    return files.stream()
        .filter(file -> !file.path().startsWith(Sources.TEST.toString()))
        .flatMap(
            file ->
                file.undescribedTypes().stream()
                    .map(type -> "javadoc " + file.path() + " " + type));
  }

  private Stream<Method> methods(Predicate<Method> condition) {
    return files.stream().flatMap(file -> file.methods().stream()).filter(condition);
  }

  private static String line(String limit, Method method, int size) {
    return "%s %s %s.%s %d".formatted(limit, method.file(), method.type(), method.name(), size);
  }

  private static String typeName(SourceFile file) {
    return Path.of(file.path()).getFileName().toString().replace(".java", "");
  }
}
