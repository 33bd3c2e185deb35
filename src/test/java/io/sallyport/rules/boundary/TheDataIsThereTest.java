package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheDataIsThereTest {

  private final TheDataIsThere rule = new TheDataIsThere();

  @Test
  void S01_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S01_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_a_version_that_is_not_there_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(),
            List.of(new LiveFacts.StoredVersion("/data/source", "s3://b/k", "v9", false, "", 0, 9)),
            Optional.empty(),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-data-is-there: /data/source is no version v9 of s3://b/k;"
                + " the limit is an object version that exists");
  }

  @Test
  void S01_a_version_without_kms_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(),
            List.of(
                new LiveFacts.StoredVersion(
                    "/data/source", "s3://b/k", "v9", true, "AES256", 1, 9)),
            Optional.empty(),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-data-is-there: /data/source is encrypted by AES256; the l"
                + "imit is encrypted by aws:kms");
  }
}
