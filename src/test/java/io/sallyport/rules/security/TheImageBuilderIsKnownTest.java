package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ImageFacts.Role;
import org.junit.jupiter.api.Test;

class TheImageBuilderIsKnownTest {

  private final TheImageBuilderIsKnown rule = new TheImageBuilderIsKnown();

  @Test
  void S10_a_known_builder_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_an_unknown_builder_is_a_finding() {
    assertThat(rule.check(Examples.facts(image("", Examples.BASE))))
        .hasToString(
            "[gate-2/the-image-builder-is-known: builder of TRAINING image %s is unknown; the limit is a named person or pipeline]"
                .formatted(Examples.REFERENCE));
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
