package io.sallyport.aws.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S10: manifests as registries hold them; both forms of a Notation signature. */
class ManifestTextTest {

  private static final String SIGNATURE = "application/vnd.cncf.notary.signature";

  @Test
  void S10_digest_and_size_come_from_the_bytes() {
    RegistryManifest manifest = ManifestText.manifest("r", "{\"layers\":[]}");

    assertThat(manifest.digest())
        .isEqualTo(ManifestText.digest("{\"layers\":[]}".getBytes(StandardCharsets.UTF_8)));
    assertThat(manifest.sizeBytes()).isEqualTo(13);
  }

  @Test
  void S10_a_signature_is_known_by_its_artifact_type_or_by_its_configuration() {
    String byType =
        "{\"artifactType\":\"" + SIGNATURE + "\",\"subject\":{\"digest\":\"sha256:1\"}}";
    String byConfig =
        "{\"config\":{\"mediaType\":\"" + SIGNATURE + "\"},\"subject\":{\"digest\":\"sha256:1\"}}";

    assertThat(ManifestText.manifest("r", byType).artifactType()).isEqualTo(SIGNATURE);
    assertThat(ManifestText.manifest("r", byConfig).artifactType()).isEqualTo(SIGNATURE);
    assertThat(ManifestText.manifest("r", byConfig).subject()).isEqualTo("sha256:1");
  }

  @Test
  void S10_labels_are_read_from_the_configuration() {
    byte[] configuration =
        "{\"config\":{\"Labels\":{\"builder\":\"ci\"}}}".getBytes(StandardCharsets.UTF_8);

    assertThat(ManifestText.labels("r", configuration)).isEqualTo(Map.of("builder", "ci"));
    assertThat(ManifestText.labels("r", "{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void S10_what_is_no_manifest_is_refused() {
    assertThatThrownBy(() -> ManifestText.manifest("r", "tar"))
        .isInstanceOf(Refused.class)
        .hasMessage("aws/manifest-is-readable: r is no JSON; the limit is an OCI manifest");
  }
}
