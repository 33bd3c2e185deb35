package io.sallyport.diagrams;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof believes the list of what each delegate may throw: here the list meets the code. */
class DelegatesTest {

  private static final Pattern THROWN = Pattern.compile("new BpmnError\\(\\s*\"([a-z-]+)\"");

  static List<Path> delegates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> text(file).contains("implements JavaDelegate"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("delegates")
  void F01_S09_a_delegate_throws_no_code_that_the_proof_does_not_know(Path file) {
    String type = file.getFileName().toString().replace(".java", "");
    String bean = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    Set<String> thrown =
        THROWN.matcher(text(file)).results().map(found -> found.group(1)).collect(toSet());
    assertThat(AllowList.product().delegates()).containsKey(bean);
    assertThat(AllowList.product().codes(bean)).containsAll(thrown);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
