package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in leaking/ names in its first line the rules that refuse it; nothing else does. */
class LeakingSubmissionsTest {

  private static final String EXPECTED = "# expected: ";

  static Stream<Path> leaking() throws IOException {
    return files("leaking");
  }

  static Stream<Path> good() throws IOException {
    return files("good");
  }

  @ParameterizedTest
  @MethodSource("leaking")
  void S01_a_leaking_definition_is_refused_by_exactly_its_rule(Path file) {
    String first = new String(Examples.bytes(file), StandardCharsets.UTF_8).split("\n", 2)[0];
    assertThat(first).startsWith(EXPECTED);
    assertThat(lint(file))
        .extracting(Finding::rule)
        .containsOnly(first.substring(EXPECTED.length()).split(" "));
  }

  @ParameterizedTest
  @MethodSource("good")
  void S01_a_good_definition_passes(Path file) {
    assertThat(lint(file)).isEmpty();
  }

  @Test
  void F10_there_are_forty_leaking_definitions_and_more() throws IOException {
    assertThat(leaking()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void F10_forty_faults_in_one_definition_are_told_at_once() {
    List<Finding> findings = lint(Examples.SUBMISSIONS.resolve("forty-faults.yaml"));
    assertThat(findings).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Examples.SUBMISSIONS.resolve(folder))) {
      return files.sorted().toList().stream();
    }
  }

  private static List<Finding> lint(Path file) {
    return Lint.check(
        Examples.bytes(file), submission -> Examples.withFloors(submission, Examples.program()));
  }
}
