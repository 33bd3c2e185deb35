package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheDataStaysWithinItsSizeTest {

  private final TheDataStaysWithinItsSize rule = new TheDataStaysWithinItsSize();

  @Test
  void S05_data_of_just_the_limit_passes() {
    assertThat(rule.check(Examples.good(ofSize(1_000)))).isEmpty();
  }

  @Test
  void S05_without_a_look_at_aws_the_rule_says_nothing() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S05_data_over_the_limit_is_named_with_its_size() {
    assertThat(rule.check(Examples.good(ofSize(1_001))))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/the-data-stays-within-its-size: /data/source is 1001 bytes;"
                + " the limit is at most 1000 bytes");
  }

  private static LiveFacts ofSize(long sizeBytes) {
    var version =
        new LiveFacts.StoredVersion(
            "/data/source", "s3://b/k", "v9", true, "aws:kms", sizeBytes, 1_000);
    return Examples.liveWith(List.of(), List.of(version), Optional.empty(), List.of());
  }
}
