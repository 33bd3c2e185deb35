package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class DataIsAnExactVersionTest {

  private final DataIsAnExactVersion rule = new DataIsAnExactVersion();

  @Test
  void S01_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_data_without_a_version_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("data-without-a-version")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/data-is-an-exact-version: /data/source/versionId is null; the"
                + " limit is the version id that S3 gave when the object was written");
  }

  @Test
  void S01_data_of_the_latest_version_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("data-of-the-latest-version")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/data-is-an-exact-version: /data/source/versionId is latest; t"
                + "he limit is the version id that S3 gave when the object was written");
  }
}
