package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ImageFacts.Role;
import org.junit.jupiter.api.Test;

class TheBaseImageIsDocumentedTest {

  private final TheBaseImageIsDocumented rule = new TheBaseImageIsDocumented();

  @Test
  void S10_a_known_base_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_an_unknown_base_is_a_finding() {
    assertThat(rule.check(Examples.facts(image("b", ""))))
        .hasToString(
            "[gate-2/the-base-image-is-documented: base of TRAINING image %s is not documented; the limit is a reference by digest]"
                .formatted(Examples.REFERENCE));
  }

  @Test
  void S10_a_base_image_by_tag_is_refused() {
    assertThat(rule.check(Examples.facts(image("b", "registry.example/base:17"))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.value()).isEqualTo("registry.example/base:17"));
  }

  private static ImageFacts image(String builder, String base) {
    ImageFacts good = Examples.image(Role.TRAINING);
    return new ImageFacts(
        good.role(),
        good.reference(),
        good.digest(),
        1024,
        good.signature(),
        good.scan(),
        builder,
        base);
  }
}
