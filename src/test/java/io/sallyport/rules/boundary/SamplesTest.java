package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {

  @ParameterizedTest
  @ValueSource(strings = {"satellite.yaml", "satellite-too-high.yaml", "sonar.yaml"})
  void W4_a_sample_with_its_placeholders_filled_in_follows_the_schema(String file) {
    byte[] template = Examples.bytes(Path.of("samples/submissions", file));
    String filled =
        new String(template, StandardCharsets.UTF_8)
            .replace("${versionId}", "v1")
            .replace("${trainerImage}", Examples.good().submission().containers().training())
            .replace("${key}", "alias/sentinel-data")
            .replace("${expires}", "2027-06-30");
    Submission sample = SubmissionReader.read(filled.getBytes(StandardCharsets.UTF_8));
    assertThat(sample.program()).isEqualTo("sentinel");
    assertThat(filled)
        .doesNotContain("{v")
        .doesNotContain("{t")
        .doesNotContain("{k")
        .doesNotContain("{e");
  }
}
