package io.sallyport.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the documentation are the diagrams of today. After a change of a diagram, {@code
 * -Dupdate=true} draws them again.
 */
class ProcessPicturesTest {

  private static final Path FOLDER = Path.of("docs/architecture/processes");

  static List<Diagram> processes() {
    return OurDiagrams.processes();
  }

  @ParameterizedTest
  @MethodSource("processes")
  void the_picture_of_a_process_is_not_stale(Diagram diagram) throws IOException {
    Path picture = FOLDER.resolve(diagram.id() + ".svg");
    String svg = diagram.svg(Marks.none());
    if (Boolean.getBoolean("update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(picture, svg);
    }
    assertThat(picture).exists().content().isEqualTo(svg);
  }
}
