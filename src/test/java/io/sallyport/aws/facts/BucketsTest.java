package io.sallyport.aws.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.OnLocalAws;
import io.sallyport.aws.objects.ObjectVersion;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets at the emulator, through the real SDK. */
class BucketsTest {

  private static final String DATA = "sentinel-data";

  private final OnLocalAws local = new OnLocalAws();
  private final S3Client s3 = local.clients().s3();
  private final Buckets buckets = new Buckets(s3, local.settings());

  @BeforeEach
  void bucket() {
    s3.createBucket(bucket -> bucket.bucket(DATA));
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S02_a_bucket_is_described_and_a_missing_one_is_absent() {
    assertThat(buckets.bucket(DATA))
        .contains(new BucketFacts("us-gov-west-1", "123456789012", "", ""));
    s3.putBucketVersioning(
        put ->
            put.bucket(DATA)
                .versioningConfiguration(
                    versions -> versions.status(BucketVersioningStatus.ENABLED)));

    assertThat(buckets.bucket(DATA))
        .contains(new BucketFacts("us-gov-west-1", "123456789012", "", "Enabled"));
    assertThat(buckets.bucket("nobodys-bucket")).isEmpty();
  }

  @Test
  void S01_of_a_bucket_in_another_region_the_region_is_known() {
    AwsError moved = new AwsError("", 301, "", Map.of("x-amz-bucket-region", "us-gov-east-1"));
    local.aws().faults().fail("s3", "HeadBucket", 1, moved);

    assertThat(buckets.bucket(DATA)).contains(new BucketFacts("us-gov-east-1", "", "", ""));
  }

  @Test
  void S01_a_bucket_that_nobody_lets_us_ask_about_is_neither_there_nor_absent() {
    s3.putBucketPolicy(
        put ->
            put.bucket(DATA)
                .policy(
                    "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\","
                        + "\"Resource\":\"arn:aws-us-gov:s3:::sentinel-data\"}}"));

    assertThatThrownBy(() -> buckets.bucket(DATA))
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(403));
  }

  @Test
  void S05_only_the_first_bytes_of_an_exact_version_are_read() {
    s3.putBucketVersioning(
        put ->
            put.bucket(DATA)
                .versioningConfiguration(
                    versions -> versions.status(BucketVersioningStatus.ENABLED)));
    ObjectVersion named = stored("a,b,kind");
    ObjectVersion empty = stored("");

    assertThat(buckets.start(named, 3)).hasValueSatisfying(is("a,b"));
    assertThat(buckets.start(named, 100)).hasValueSatisfying(is("a,b,kind"));
    assertThat(buckets.start(empty, 100)).hasValueSatisfying(is(""));
    assertThat(buckets.start(new ObjectVersion(DATA, "absent.csv", named.versionId()), 3))
        .isEmpty();
  }

  private ObjectVersion stored(String text) {
    String version =
        s3.putObject(put -> put.bucket(DATA).key("data.csv"), RequestBody.fromString(text))
            .versionId();
    return new ObjectVersion(DATA, "data.csv", version);
  }

  private static Consumer<byte[]> is(String text) {
    return bytes -> assertThat(bytes).asString(UTF_8).isEqualTo(text);
  }
}
