package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class S3Test {

  private static final String BUCKET = "sallyport-artifacts";

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final Clients clients = Clients.root(aws);
  private final S3Client s3 = clients.s3();

  S3Test() {
    s3.createBucket(bucket -> bucket.bucket(BUCKET).objectLockEnabledForBucket(true));
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  private PutObjectResponse put(String key, String text) {
    return s3.putObject(object -> object.bucket(BUCKET).key(key), RequestBody.fromString(text));
  }

  private String read(String key) {
    return s3.getObjectAsBytes(object -> object.bucket(BUCKET).key(key)).asUtf8String();
  }

  private static void assertRefused(Runnable call, int status, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class,
            refused -> {
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refused.statusCode()).isEqualTo(status);
            });
  }

  @Test
  void every_version_stays_readable_and_a_delete_is_a_mark() {
    String first = put("data/a.csv", "one").versionId();
    put("data/a.csv", "two");
    assertThat(read("data/a.csv")).isEqualTo("two");
    assertThat(
            s3.getObjectAsBytes(o -> o.bucket(BUCKET).key("data/a.csv").versionId(first))
                .asUtf8String())
        .isEqualTo("one");

    assertThat(s3.deleteObject(o -> o.bucket(BUCKET).key("data/a.csv")).deleteMarker()).isTrue();

    assertThatThrownBy(() -> read("data/a.csv")).isInstanceOf(NoSuchKeyException.class);
    var versions = s3.listObjectVersions(list -> list.bucket(BUCKET));
    assertThat(versions.versions()).hasSize(2).noneMatch(version -> version.isLatest());
    assertThat(versions.deleteMarkers()).hasSize(1).allMatch(marker -> marker.isLatest());
  }

  @Test
  void a_second_write_that_wants_none_to_exist_is_refused() {
    s3.putObject(
        o -> o.bucket(BUCKET).key("sha256/a").ifNoneMatch("*"), RequestBody.fromString("one"));
    assertRefused(
        () ->
            s3.putObject(
                o -> o.bucket(BUCKET).key("sha256/a").ifNoneMatch("*"),
                RequestBody.fromString("two")),
        412,
        "PreconditionFailed");
    assertThat(read("sha256/a")).isEqualTo("one");
  }

  @Test
  void a_locked_version_cannot_be_deleted_nor_its_lock_shortened() {
    Instant until = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    String version =
        s3.putObject(
                o ->
                    o.bucket(BUCKET)
                        .key("evidence")
                        .objectLockMode(ObjectLockMode.COMPLIANCE)
                        .objectLockRetainUntilDate(until),
                RequestBody.fromString("proof"))
            .versionId();

    assertRefused(
        () -> s3.deleteObject(o -> o.bucket(BUCKET).key("evidence").versionId(version)),
        403,
        "AccessDenied");
    assertRefused(
        () ->
            s3.putObjectRetention(
                o ->
                    o.bucket(BUCKET)
                        .key("evidence")
                        .retention(
                            r -> r.mode("COMPLIANCE").retainUntilDate(until.minusSeconds(60)))),
        403,
        "AccessDenied");
    assertThat(s3.getObjectRetention(o -> o.bucket(BUCKET).key("evidence")).retention())
        .satisfies(
            retention -> {
              assertThat(retention.modeAsString()).isEqualTo("COMPLIANCE");
              assertThat(retention.retainUntilDate()).isEqualTo(until);
            });
  }

  @Test
  void a_lock_is_shown_to_those_alone_who_may_ask_for_it() {
    s3.putObject(
        o ->
            o.bucket(BUCKET)
                .key("a")
                .objectLockMode(ObjectLockMode.COMPLIANCE)
                .objectLockRetainUntilDate(Instant.now().plus(30, ChronoUnit.DAYS)),
        RequestBody.fromString("text"));
    Demo.role(clients.iam(), "reader", Demo.allow("s3:GetObject", "*"));

    try (Clients reader = Clients.assume(aws, clients.sts(), Arn.iam("role/reader"))) {
      assertThat(reader.s3().headObject(o -> o.bucket(BUCKET).key("a")).objectLockMode()).isNull();
      assertThat(reader.s3().getObject(o -> o.bucket(BUCKET).key("a")).response().objectLockMode())
          .isNull();
    }
    assertThat(s3.headObject(o -> o.bucket(BUCKET).key("a")).objectLockMode())
        .isEqualTo(ObjectLockMode.COMPLIANCE);
  }

  @Test
  void a_range_gives_the_part_and_one_outside_is_refused() {
    put("a", "0123456789");
    ResponseInputStream<GetObjectResponse> part =
        s3.getObject(o -> o.bucket(BUCKET).key("a").range("bytes=2-4"));
    assertThat(part.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(part).hasContent("234");
    assertRefused(
        () -> s3.getObject(o -> o.bucket(BUCKET).key("a").range("bytes=10-")), 416, "InvalidRange");
  }

  @Test
  void listing_goes_page_by_page_and_folds_folders() {
    for (String key : new String[] {"a/1", "a/2", "b/1", "c", "d"}) {
      put(key, key);
    }
    var folded = s3.listObjectsV2(list -> list.bucket(BUCKET).delimiter("/"));
    assertThat(folded.commonPrefixes())
        .extracting(each -> each.prefix())
        .containsExactly("a/", "b/");
    assertThat(folded.contents()).extracting(each -> each.key()).containsExactly("c", "d");
    assertThat(s3.listObjectsV2Paginator(list -> list.bucket(BUCKET).maxKeys(2)).contents())
        .extracting(each -> each.key())
        .containsExactly("a/1", "a/2", "b/1", "c", "d");
    assertThat(
            s3
                .listObjectsV2Paginator(list -> list.bucket(BUCKET).maxKeys(1).delimiter("/"))
                .stream()
                .mapToInt(page -> page.keyCount())
                .sum())
        .isEqualTo(4);
  }

  /** A key by default, and thirty days of lock; gives the key's ARN. */
  private String encryptAndLock() {
    String key = clients.kms().createKey().keyMetadata().arn();
    s3.putBucketEncryption(
        b ->
            b.bucket(BUCKET)
                .serverSideEncryptionConfiguration(
                    e ->
                        e.rules(
                            rule ->
                                rule.applyServerSideEncryptionByDefault(
                                    d -> d.sseAlgorithm("aws:kms").kmsMasterKeyID(key)))));
    s3.putObjectLockConfiguration(
        b ->
            b.bucket(BUCKET)
                .objectLockConfiguration(
                    lock ->
                        lock.objectLockEnabled("Enabled")
                            .rule(
                                rule ->
                                    rule.defaultRetention(r -> r.mode("COMPLIANCE").days(30)))));
    return key;
  }

  @Test
  void an_object_is_encrypted_and_locked_as_its_bucket_says() {
    String key = encryptAndLock();
    put("a", "text");

    var head = s3.headObject(o -> o.bucket(BUCKET).key("a"));
    assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
    assertThat(head.ssekmsKeyId()).isEqualTo(key);
    assertThat(head.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
  }

  @Test
  void the_settings_of_a_bucket_come_back_as_they_were_put() {
    String key = encryptAndLock();
    assertThat(s3.getBucketLocation(b -> b.bucket(BUCKET)).locationConstraintAsString())
        .isEqualTo("us-gov-west-1");
    assertThat(s3.getBucketVersioning(b -> b.bucket(BUCKET)).statusAsString()).isEqualTo("Enabled");
    assertThat(
            s3.getBucketEncryption(b -> b.bucket(BUCKET))
                .serverSideEncryptionConfiguration()
                .rules()
                .get(0)
                .applyServerSideEncryptionByDefault()
                .kmsMasterKeyID())
        .isEqualTo(key);
    assertThat(
            s3.getObjectLockConfiguration(b -> b.bucket(BUCKET))
                .objectLockConfiguration()
                .rule()
                .defaultRetention()
                .days())
        .isEqualTo(30);
  }

  @Test
  void what_is_not_there_is_named_in_s3_s_words() {
    assertRefused(() -> s3.listObjectsV2(list -> list.bucket("nothing-here")), 404, "NoSuchBucket");
    assertRefused(() -> read("nothing"), 404, "NoSuchKey");
    assertRefused(
        () -> s3.abortMultipartUpload(o -> o.bucket(BUCKET).key("a").uploadId("none")),
        404,
        "NoSuchUpload");
  }
}
