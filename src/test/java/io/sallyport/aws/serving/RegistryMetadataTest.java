package io.sallyport.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** S06: what SageMaker would refuse is refused before, all of it at once. */
class RegistryMetadataTest {

  @Test
  void S06_a_digest_and_an_address_fit() {
    Map<String, String> entries =
        Map.of("digest", "sha256:" + "f".repeat(64), "data", "s3://sentinel-data/a.csv");

    assertThat(new RegistryMetadata(entries).entries()).isEqualTo(entries);
  }

  @Test
  void S06_all_that_does_not_fit_is_told_at_once() {
    assertThatThrownBy(() -> new RegistryMetadata(Map.of("long", "f".repeat(257), "odd", "a\nb")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(
            "aws/registry-metadata-fits: value of long is 257 characters;"
                + " the limit is 1 to 256 characters")
        .hasMessageContaining(
            "aws/registry-metadata-fits: value of odd is a\nb;"
                + " the limit is letters, spaces, digits and _.:/=+-@");
  }
}
