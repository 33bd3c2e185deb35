package io.sallyport.rules.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ImageFacts.Role;
import org.junit.jupiter.api.Test;

class EveryRoleHasItsImageTest {

  private final EveryRoleHasItsImage rule = new EveryRoleHasItsImage();

  @Test
  void S10_an_image_for_each_role_passes() {
    assertThat(rule.check(Examples.facts())).isEmpty();
  }

  @Test
  void S10_each_role_without_an_image_is_named() {
    assertThat(rule.check(Examples.facts(Examples.image(Role.TRAINING))))
        .hasToString(
            "[gate-2/every-role-has-its-image: image for PROCESSING is not named; the limit is one"
                + " image at least, gate-2/every-role-has-its-image: image for INFERENCE is not"
                + " named; the limit is one image at least]");
  }
}
