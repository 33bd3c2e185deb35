package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ArtifactScan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tribuo.Model;

class CleanArtifactTest {

  static Stream<Arguments> models() {
    return TrainedModels.all().entrySet().stream()
        .map(model -> Arguments.of(model.getKey(), model.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void S10_each_model_of_the_reference_trainer_is_understood(String name, Model<?> model) {
    ArtifactScan scan = Scans.of(reference(TrainedModels.bytes(model)).gzip());

    assertThat(scan.findings()).isEmpty();
    assertThat(scan.members())
        .extracting(ArtifactScan.Member::name, ArtifactScan.Member::format)
        .hasToString(
            "[(\"model.pb\", \"tribuo\"), (\"schema.json\", \"json\"), (\"manifest.json\", \"json\")]");
  }

  @Test
  void S10_a_clean_pickle_is_understood() {
    assertClean("model.pkl", Pickles.clean(), "pickle");
  }

  @Test
  void S10_a_pickle_in_frames_is_understood() {
    byte[] rest = Pickles.empty().text("a").op('N', 0x86, 0x94).end();
    byte[] framed =
        TarGz.join(Pickles.begin().op(0x95, rest.length, 0, 0, 0, 0, 0, 0, 0).bytes(), rest);

    assertClean("model.pkl", framed, "pickle");
  }

  @Test
  void S10_a_torch_archive_is_understood() {
    assertClean("model.pt", Zips.of(Zips.torch()), "torch");
  }

  @Test
  void S10_safetensors_are_understood() {
    assertClean(
        "model.safetensors",
        SafeTensorsTest.file(
            "{\"__metadata__\":{\"a\":\"b\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
                + "\"b\":{\"dtype\":\"I8\",\"shape\":[3],\"data_offsets\":[16,19]}} ",
            19),
        "safetensors");
  }

  @Test
  void S10_an_XGBoost_model_in_JSON_is_understood() {
    byte[] json =
        "{\"learner\":{\"trees\":[1.5e-3]},\"version\":[2,1,0]}".getBytes(StandardCharsets.UTF_8);

    assertClean("model.json", json, "xgboost-json");
  }

  @Test
  void S10_python_s_time_records_and_folders_are_understood() {
    byte[] artifact =
        new TarGz()
            .entry("./", '5', new byte[0])
            .entry("./PaxHeaders/model.pkl", 'x', HostileArchives.time())
            .file("./model.pkl", Pickles.clean())
            .gzip();

    assertThat(Scans.of(artifact).findings()).isEmpty();
  }

  @Test
  void S10_the_scan_names_digests_and_sizes() {
    ArtifactScan scan = Scans.of(TarGz.of("model.pkl", Pickles.begin().op('N').end()));

    assertThat(scan.artifactSha256()).matches("[0-9a-f]{64}");
    assertThat(scan.members())
        .isEqualTo(
            List.of(
                new ArtifactScan.Member(
                    "model.pkl",
                    4,
                    "9c298d589a2158eb513cb52191144518a2acab2cb0c04f1df14fca0f712fa4a1",
                    "pickle")));
  }

  static TarGz reference(byte[] model) {
    return new TarGz()
        .file("model.pb", model)
        .file("schema.json", "{\"columns\":[{\"name\":\"a\"}]}")
        .file("manifest.json", "{\"trainer\":\"random-forest\"}");
  }

  private static void assertClean(String name, byte[] content, String format) {
    ArtifactScan scan = Scans.of(TarGz.of(name, content));

    assertThat(scan.findings()).isEmpty();
    assertThat(scan.members()).extracting(ArtifactScan.Member::format).containsExactly(format);
  }
}
