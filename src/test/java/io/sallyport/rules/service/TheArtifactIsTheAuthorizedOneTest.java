package io.sallyport.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheArtifactIsTheAuthorizedOneTest {

  private final TheArtifactIsTheAuthorizedOne rule = new TheArtifactIsTheAuthorizedOne();

  @Test
  void F02_the_authorized_bytes_hold() {
    assertThat(rule.check(new ArtifactFacts("s3://b/model.tar.gz", "aa", "aa"))).isEmpty();
  }

  @Test
  void F02_other_bytes_at_the_place_are_named_with_both_digests() {
    assertThat(rule.check(new ArtifactFacts("s3://b/model.tar.gz", "bb", "aa")))
        .hasToString(
            "[service/the-artifact-is-the-authorized-one: s3://b/model.tar.gz is SHA-256 bb; the"
                + " limit is SHA-256 aa]");
  }
}
