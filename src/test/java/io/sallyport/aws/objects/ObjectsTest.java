package io.sallyport.aws.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.aws.OnLocalAws;
import io.sallyport.rules.Refused;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Copies, uploads and evidence at the emulator, through the real SDK. */
class ObjectsTest {

  private static final String DATA = "sentinel-data";
  private static final String ARTIFACTS = "sallyport-artifacts";
  private static final String EVIDENCE = "sallyport-evidence";
  private static final String KEY = "alias/sallyport-data";

  private final OnLocalAws local = new OnLocalAws();
  private final S3Client s3 = local.clients().s3();
  private final ExactCopies copies = new ExactCopies(s3, local.settings());
  private final LockedStore locked = new LockedStore(s3, local.settings());
  private final Uploads uploads = new Uploads(s3);

  @BeforeEach
  void bucketsAndKey() {
    String key = local.clients().kms().createKey(create -> {}).keyMetadata().keyId();
    local.clients().kms().createAlias(alias -> alias.aliasName(KEY).targetKeyId(key));
    for (String name : new String[] {DATA, ARTIFACTS, EVIDENCE}) {
      s3.createBucket(
          bucket -> bucket.bucket(name).objectLockEnabledForBucket(name.equals(EVIDENCE)));
      s3.putBucketVersioning(
          put ->
              put.bucket(name)
                  .versioningConfiguration(
                      versions -> versions.status(BucketVersioningStatus.ENABLED)));
    }
  }

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void S05_an_exact_version_is_copied_though_another_is_current() {
    ObjectVersion first = put("a,b\n1,2\n");
    put("a,b\n6,6\n");

    StoredObject copy = copies.copy(first, "sentinel", "a.csv");

    String sha256 = Measured.sha256("a,b\n1,2\n".getBytes(UTF_8));
    assertThat(copy.uri())
        .isEqualTo("s3://sallyport-artifacts/programs/sentinel/sha256/" + sha256 + "/a.csv");
    assertThat(copy.sha256()).isEqualTo(sha256);
    assertThat(copies.readSmall(copy.uri(), 100)).isEqualTo("a,b\n1,2\n".getBytes(UTF_8));
    assertThat(copies.measure(copy.version())).isEqualTo(copy);
  }

  @Test
  void S05_a_second_copy_adopts_the_first() {
    ObjectVersion source = put("a,b\n1,2\n");

    assertThat(copies.copy(source, "sentinel", "a.csv"))
        .isEqualTo(copies.copy(source, "sentinel", "a.csv"));
    assertThat(versions(ARTIFACTS)).isEqualTo(1);
  }

  @Test
  void S05_a_copy_whose_answer_never_came_is_there_once() {
    ObjectVersion source = put("a,b\n1,2\n");
    local.aws().faults().timeOutAfterSuccess("s3", "CompleteMultipartUpload", 1);
    local.aws().faults().timeOutAfterSuccess("s3", "UploadPartCopy", 1);

    StoredObject copy = copies.copy(source, "sentinel", "a.csv");

    assertThat(copy.sha256()).isEqualTo(copies.measure(source).sha256());
    assertThat(versions(ARTIFACTS)).isEqualTo(1);
  }

  @Test
  void S05_an_empty_object_is_copied_too() {
    ObjectVersion empty = put("");

    StoredObject copy = copies.copy(empty, "sentinel", "a.csv");

    assertThat(copy.sizeBytes()).isZero();
    assertThat(copies.copy(empty, "sentinel", "a.csv")).isEqualTo(copy);
  }

  @Test
  void S05_other_bytes_under_a_digest_are_refused() {
    byte[] plan = "{\"label\":\"a\"}".getBytes(UTF_8);
    String uri = copies.uri("sentinel", Measured.sha256(plan), "plan.json");
    String key = ObjectVersion.keyOf(uri);
    s3.putObject(put -> put.bucket(ARTIFACTS).key(key), RequestBody.fromString("forged"));

    assertThatThrownBy(() -> copies.put("sentinel", "plan.json", plan))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("aws/one-name-one-job: " + uri + " is ");
  }

  @Test
  void S05_bytes_put_twice_are_one_object() {
    byte[] plan = "{\"label\":\"a\"}".getBytes(UTF_8);
    local.aws().faults().timeOutAfterSuccess("s3", "PutObject", 1);

    StoredObject first = copies.put("sentinel", "plan.json", plan);

    assertThat(copies.put("sentinel", "plan.json", plan)).isEqualTo(first);
    assertThat(versions(ARTIFACTS)).isEqualTo(1);
  }

  @Test
  void S05_what_is_larger_than_a_step_may_copy_is_refused_and_nothing_is_written() {
    byte[] large = new byte[(16 << 20) + 1];
    StoredObject source = uploads.upload(upload(large.length), new ByteArrayInputStream(large));

    assertThatThrownBy(() -> copies.copy(source.version(), "sentinel", "a.csv"))
        .hasMessage(
            "aws/object-is-small-enough: s3://sentinel-data/uploads/mine.csv is 16777217 bytes;"
                + " the limit is at most 16777216 bytes");
    assertThat(versions(ARTIFACTS)).isZero();
  }

  @Test
  void S07_what_a_job_wrote_is_read_once_to_be_copied() {
    put("a,b\n1,2\n");

    copies.copyCurrent("s3://sentinel-data/a.csv", "sentinel");

    assertThat(local.aws().faults().calls("s3", "GetObject")).isEqualTo(1);
  }

  @Test
  void S05_what_is_larger_than_allowed_is_not_read() {
    ObjectVersion source = put("0123456789");

    assertThatThrownBy(() -> copies.readSmall(source.uri(), 9))
        .hasMessage(
            "aws/object-is-small-enough: s3://sentinel-data/a.csv is larger;"
                + " the limit is at most 9 bytes");
  }

  @Test
  void S08_what_somebody_wrote_over_a_digest_is_not_read_as_its_content() {
    StoredObject plan = copies.put("sentinel", "plan.json", "{}".getBytes(UTF_8));
    String key = ObjectVersion.keyOf(plan.uri());
    s3.putObject(put -> put.bucket(ARTIFACTS).key(key), RequestBody.fromString("forged"));

    assertThatThrownBy(() -> copies.readSmall(plan.uri(), 100))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("aws/the-content-has-its-digest: " + plan.uri() + " is SHA-256 ")
        .hasMessageEndingWith("; the limit is SHA-256 " + plan.sha256());
  }

  @Test
  void S08_evidence_is_locked_and_written_once() {
    Instant until = Instant.now().plusSeconds(3600);
    byte[] evidence = "{\"fact\":1}".getBytes(UTF_8);

    StoredObject stored = locked.put("facts/1.json", evidence, until);

    assertThat(locked.put("facts/1.json", evidence, until)).isEqualTo(stored);
    assertThat(locked.read("facts/1.json", 100)).isEqualTo(evidence);
    assertThat(lockedUntil("facts/1.json")).isAfterOrEqualTo(until);
    assertThatThrownBy(() -> locked.put("facts/1.json", new byte[] {1}, until))
        .hasMessageStartingWith("aws/one-name-one-job: s3://sallyport-evidence/facts/1.json is ");
  }

  @Test
  void S08_evidence_that_is_locked_for_a_shorter_time_is_locked_for_the_longer_one() {
    Instant until = Instant.now().plusSeconds(3600);
    byte[] evidence = "{\"fact\":1}".getBytes(UTF_8);
    StoredObject stored = locked.put("facts/1.json", evidence, until);

    assertThat(locked.put("facts/1.json", evidence, until.plusSeconds(60))).isEqualTo(stored);
    assertThat(lockedUntil("facts/1.json")).isAfterOrEqualTo(until.plusSeconds(60));

    assertThat(locked.put("facts/1.json", evidence, until)).isEqualTo(stored);
    assertThat(lockedUntil("facts/1.json")).isAfterOrEqualTo(until.plusSeconds(60));
  }

  @Test
  void S08_a_copy_into_evidence_is_locked_and_written_once() {
    Instant until = Instant.now().plusSeconds(3600);
    String uri = put("a,b\n1,2\n").uri();
    String sha256 = copies.measure(uri).sha256();
    local.aws().faults().timeOutAfterSuccess("s3", "PutObject", 1);

    StoredObject copy = locked.copy(uri, sha256, "archive/a.csv", until);

    assertThat(locked.copy(uri, sha256, "archive/a.csv", until)).isEqualTo(copy);
    assertThat(copy.sha256()).isEqualTo(sha256);
    assertThat(locked.read("archive/a.csv", 100)).isEqualTo("a,b\n1,2\n".getBytes(UTF_8));
    assertThat(versions(EVIDENCE)).isEqualTo(1);
    assertThat(lockedUntil("archive/a.csv")).isAfterOrEqualTo(until);
  }

  @Test
  void S08_other_bytes_than_those_of_the_digest_never_become_evidence() {
    String uri = put("forged").uri();
    String sha256 = Measured.sha256("a,b\n1,2\n".getBytes(UTF_8));

    assertThatThrownBy(
            () -> locked.copy(uri, sha256, "archive/a.csv", Instant.now().plusSeconds(9)))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("SHA256 you specified did not match");
    assertThat(versions(EVIDENCE)).isZero();
  }

  @Test
  void S08_evidence_that_is_not_locked_is_not_adopted() {
    byte[] evidence = "{\"fact\":1}".getBytes(UTF_8);
    s3.putObject(put -> put.bucket(EVIDENCE).key("facts/1.json"), RequestBody.fromBytes(evidence));

    assertThatThrownBy(() -> locked.put("facts/1.json", evidence, Instant.now().plusSeconds(9)))
        .hasMessage(
            "aws/evidence-is-locked: s3://sallyport-evidence/facts/1.json is null;"
                + " the limit is COMPLIANCE");
  }

  @Test
  void S01_an_upload_is_measured_on_its_way_whether_small_or_in_parts() {
    byte[] large = new byte[9 << 20];
    large[8 << 20] = 7;

    StoredObject inParts = uploads.upload(upload(10 << 20), new ByteArrayInputStream(large));
    StoredObject whole = uploads.upload(upload(10), new ByteArrayInputStream(new byte[10]));

    assertThat(inParts.sha256()).isEqualTo(Measured.sha256(large));
    assertThat(copies.measure(inParts.version())).isEqualTo(inParts);
    assertThat(copies.measure(whole.version())).isEqualTo(whole);
  }

  @Test
  void S01_an_upload_over_its_limit_leaves_nothing_behind() {
    assertThatThrownBy(
            () -> uploads.upload(upload(9 << 20), new ByteArrayInputStream(new byte[10 << 20])))
        .hasMessage(
            "data/size-limit: s3://sentinel-data/uploads/mine.csv is larger;"
                + " the limit is at most 9437184 bytes");
    assertThat(versions(DATA)).isZero();
    assertThat(local.aws().faults().calls("s3", "AbortMultipartUpload")).isEqualTo(1);
  }

  private Instant lockedUntil(String key) {
    HeadObjectResponse found = s3.headObject(head -> head.bucket(EVIDENCE).key(key));
    assertThat(found.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
    return found.objectLockRetainUntilDate();
  }

  private ObjectVersion put(String text) {
    String version =
        s3.putObject(put -> put.bucket(DATA).key("a.csv"), RequestBody.fromString(text))
            .versionId();
    return new ObjectVersion(DATA, "a.csv", version);
  }

  private int versions(String bucket) {
    return s3.listObjectVersions(list -> list.bucket(bucket)).versions().size();
  }

  private static Upload upload(long sizeBytesMax) {
    return new Upload(DATA, "uploads/mine.csv", KEY, sizeBytesMax);
  }
}
