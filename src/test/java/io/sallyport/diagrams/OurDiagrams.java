package io.sallyport.diagrams;

import static java.util.regex.Matcher.quoteReplacement;

import io.sallyport.diagrams.rules.Examined;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The diagrams of {@code processes/}, as they are and with something changed. */
public final class OurDiagrams {

  static final Path FOLDER = Path.of("processes");

  private OurDiagrams() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(OurDiagrams::isDiagram).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Diagram> all() {
    return files().stream().map(file -> read(file, text(file))).toList();
  }

  static List<Diagram> processes() {
    return all().stream().filter(diagram -> diagram.kind() == DiagramKind.BPMN).toList();
  }

  static Diagram one(String file) {
    return read(FOLDER.resolve(file), text(FOLDER.resolve(file)));
  }

  static String text(String file) {
    return text(FOLDER.resolve(file));
  }

  /** One of our files, changed; fails if the change changes nothing. */
  static Diagram changed(String file, UnaryOperator<String> change) {
    String before = text(FOLDER.resolve(file));
    String after = change.apply(before);
    if (after.equals(before)) throw new AssertionError("Nothing changes in " + file);
    return read(FOLDER.resolve(file), after);
  }

  /** One of our files with the first of these texts replaced by the second. */
  public static Diagram replaced(String file, String before, String after) {
    return changed(file, text -> text.replaceFirst(Pattern.quote(before), quoteReplacement(after)));
  }

  /** The findings of one rule, as a person reads them. */
  public static List<String> check(Rule<Examined> rule, Diagram diagram) {
    return rule.check(new Examined(diagram, AllowList.product())).stream()
        .map(Finding::toString)
        .toList();
  }

  /** Our release, with these diagrams in the place of those of the same file. */
  static Release release(Diagram... others) {
    List<Diagram> diagrams =
        all().stream()
            .map(
                ours ->
                    Arrays.stream(others)
                        .filter(other -> other.file().equals(ours.file()))
                        .findFirst()
                        .orElse(ours))
            .toList();
    return Release.of(diagrams);
  }

  static Diagram read(String file, String text) {
    return Diagram.read(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Diagram read(Path file, String text) {
    return read(String.valueOf(file.getFileName()), text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDiagram(Path file) {
    return file.toString().endsWith(".bpmn") || file.toString().endsWith(".dmn");
  }
}
