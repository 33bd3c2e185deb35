package io.sallyport;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.SourceFile;
import io.sallyport.house.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there, and the packages say of themselves what the page says. */
class DocumentsTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");
  private static final Pattern TEST_NAME = Pattern.compile("`(?:\\w+/)*([A-Z]\\w*Test)`");
  private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @Test
  void every_file_that_a_document_links_to_exists() {
    for (Path document : documents()) {
      Path folder = document.toAbsolutePath().getParent();
      Matcher link = LINK.matcher(read(document));
      while (link.find()) {
        assertThat(folder.resolve(link.group(1)).normalize()).as(document.toString()).exists();
      }
    }
  }

  @Test
  void every_test_that_a_document_names_exists() {
    Set<String> tests =
        Sources.below(Sources.TEST).files().stream()
            .map(file -> Path.of(file.path()).getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    for (Path document : documents()) {
      Matcher name = TEST_NAME.matcher(read(document));
      while (name.find()) assertThat(tests).as(document.toString()).contains(name.group(1));
    }
  }

  @Test
  void the_architecture_page_says_of_each_package_what_the_package_says() throws IOException {
    Path page = Path.of("docs/architecture.md");
    String start = "<!-- packages: DocumentsTest writes them with -Dupdate=true -->\n";
    String[] parts = read(page).split(Pattern.quote(start), 2);
    String rest = parts[1].substring(parts[1].indexOf("\n\n"));
    String wanted = parts[0] + start + packages() + rest;
    if (Boolean.getBoolean("update")) Files.writeString(page, wanted);
    assertThat(read(page)).isEqualTo(wanted);
  }

  private static String packages() {
    return "| package | what it is |\n|---|---|\n"
        + Sources.below(Sources.MAIN).files().stream()
            .filter(SourceFile::isPackageInfo)
            .map(DocumentsTest::line)
            .collect(Collectors.joining("\n"));
  }

  private static String line(SourceFile file) {
    String name = file.unit().getPackageName().toString().replaceFirst("^io\\.sallyport\\.?", "");
    Matcher comment = SENTENCE.matcher(file.text());
    assertThat(comment.find()).as(file.path()).isTrue();
    String words = comment.group(1).replaceAll("\\s*\\n \\*", "").strip();
    words = words.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").replaceAll("\\s+", " ");
    return "| `%s` | %s |".formatted(name.isEmpty() ? "io.sallyport" : name, words);
  }

  private static List<Path> documents() {
    try (Stream<Path> root = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
