package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketsLieInTheBoundaryTest {

  private final BucketsLieInTheBoundary rule = new BucketsLieInTheBoundary();

  @Test
  void S01_live_facts_that_are_well_pass() {
    assertThat(rule.check(Examples.good(Examples.live()))).isEmpty();
  }

  @Test
  void S01_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_a_bucket_elsewhere_is_named_four_times() {
    LiveFacts live =
        Examples.liveWith(
            List.of(Examples.bucket("us-east-1", "", "", "AES256")),
            List.of(),
            Optional.empty(),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/buckets-lie-in-the-boundary: /data/source/uri is region us-ea"
                + "st-1; the limit is region us-gov-west-1",
            "boundary/buckets-lie-in-the-boundary: /data/source/uri is owned by ano"
                + "ther account; the limit is owned by 123456789012",
            "boundary/buckets-lie-in-the-boundary: /data/source/uri is versioning o"
                + "ff; the limit is versioning Enabled",
            "boundary/buckets-lie-in-the-boundary: /data/source/uri is encryption A"
                + "ES256; the limit is encryption aws:kms");
  }

  @Test
  void S01_a_bucket_that_is_not_there_is_named() {
    LiveFacts live =
        Examples.liveWith(
            List.of(new LiveFacts.Bucket("/data/source/uri", "gone", false, "", "", "", "")),
            List.of(),
            Optional.empty(),
            List.of());
    assertThat(rule.check(Examples.good(live)))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/buckets-lie-in-the-boundary: /data/source/uri is no bucket go"
                + "ne; the limit is a bucket that exists");
  }
}
