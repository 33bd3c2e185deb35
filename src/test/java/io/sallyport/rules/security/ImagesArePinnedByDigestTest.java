package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ImageFacts.Role;
import org.junit.jupiter.api.Test;

class ImagesArePinnedByDigestTest {

  private final ImagesArePinnedByDigest rule = new ImagesArePinnedByDigest();

  @Test
  void S10_images_named_by_their_digest_pass() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_a_tag_is_refused() {
    assertThat(
            rule.check(Examples.facts(named("registry.example/trainer:latest", Examples.DIGEST))))
        .hasToString(
            "[gate-2/images-are-pinned-by-digest: TRAINING image registry.example/trainer:latest is"
                + " %s; the limit is registry/repository@sha256:… with the digest that the registry"
                    .formatted(Examples.DIGEST)
                + " holds]");
  }

  @Test
  void S10_an_image_that_the_registry_does_not_hold_is_refused() {
    assertThat(rule.check(Examples.facts(named(Examples.REFERENCE, ""))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo("not in the registry"));
  }

  @Test
  void S10_another_digest_than_the_named_one_is_refused() {
    assertThat(rule.check(Examples.facts(named(Examples.REFERENCE, Examples.REPORT))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo(Examples.REPORT));
  }

  private static ImageFacts named(String reference, String digest) {
    ImageFacts good = Examples.image(Role.TRAINING);
    return new ImageFacts(
        good.role(), reference, digest, 1024, good.signature(), good.scan(), "b", Examples.BASE);
  }
}
