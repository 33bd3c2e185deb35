package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesAreInTheRegistryTest {

  private final ImagesAreInTheRegistry rule = new ImagesAreInTheRegistry();

  @Test
  void S06_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S06_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S06_an_image_that_is_not_there_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(), List.of(), Optional.empty(), List.of(Examples.image("", false, false)));
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-are-in-the-registry: /containers/training is no image "
                + "sentinel/trainer@sha256:3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f"
                + "3f3f3f3f3f3f3f3f3f; the limit is an image in the registry");
  }

  @Test
  void S06_an_image_of_another_digest_unsigned_and_unscanned_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(Examples.image("sha256:00", false, false)));
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-are-in-the-registry: /containers/training is sha256:00"
                + "; the limit is the digest of its reference",
            "boundary/images-are-in-the-registry: /containers/training is not signe"
                + "d; the limit is a Notation signature refers to it",
            "boundary/images-are-in-the-registry: /containers/training is not scann"
                + "ed; the limit is a Trivy report refers to it");
  }
}
