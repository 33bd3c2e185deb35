package io.sallyport.rules.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.Finding;
import org.junit.jupiter.api.Test;

class DataComesFromTheProgramsBucketsTest {

  private final DataComesFromTheProgramsBuckets rule = new DataComesFromTheProgramsBuckets();

  @Test
  void S01_a_submission_that_stays_inside_passes() {
    assertThat(rule.check(Examples.good())).isEmpty();
  }

  @Test
  void S01_data_over_http_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("data-over-http")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/data-comes-from-the-programs-buckets: /data/source/uri is htt"
                + "ps://archive.ics.uci.edu/satellite.csv; the limit is s3://<bucket>/<ke"
                + "y> in one of sentinel-data");
  }

  @Test
  void S01_data_over_plain_http_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("data-over-plain-http")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/data-comes-from-the-programs-buckets: /data/source/uri is htt"
                + "p://10.0.0.1/satellite.csv; the limit is s3://<bucket>/<key> in one of"
                + " sentinel-data");
  }

  @Test
  void S01_data_from_a_public_bucket_is_named_with_value_and_limit() {
    assertThat(rule.check(Examples.leaking("data-from-a-public-bucket")))
        .extracting(Finding::toString)
        .containsExactly(
            "boundary/data-comes-from-the-programs-buckets: /data/source/uri is s3:"
                + "//noaa-goes16/satellite.csv; the limit is s3://<bucket>/<key> in one o"
                + "f sentinel-data");
  }
}
