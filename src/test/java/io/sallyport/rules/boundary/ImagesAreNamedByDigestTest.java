package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class ImagesAreNamedByDigestTest {

  private final ImagesAreNamedByDigest rule = new ImagesAreNamedByDigest();

  @Test
  void S06_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S06_image_by_tag_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("image-by-tag")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-are-named-by-digest: /containers/training is 123456789"
                + "012.dkr.ecr.us-gov-west-1.amazonaws.com/sentinel/trainer:latest; the l"
                + "imit is <registry>/<repository>@sha256:<64 hexadecimal digits>, withou"
                + "t a tag");
  }

  @Test
  void S06_image_by_tag_and_digest_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("image-by-tag-and-digest")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/images-are-named-by-digest: /containers/training is 123456789"
                + "012.dkr.ecr.us-gov-west-1.amazonaws.com/sentinel/trainer:1.0@sha256:3f"
                + "3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f; the li"
                + "mit is <registry>/<repository>@sha256:<64 hexadecimal digits>, without"
                + " a tag");
  }
}
