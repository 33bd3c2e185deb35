package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.Clients;
import io.sallyport.local.aws.LocalAws;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** AC-6, design trust 1, 2 and 9: what the account of the boundary refuses, and to whom. */
class LeastPrivilegeTest {

  private static final String COPY = "programs/sentinel/sha256/" + "ab".repeat(32) + "/train.csv";
  private static final String HELD_OUT = "programs/sentinel/runs/any-1/job/holdout/holdout.csv";
  private static final RequestBody ROWS = RequestBody.fromString("a,b\n1,2\n");

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final AwsSeed seed = AwsSeed.plant(aws);
  private final Clients application =
      new Clients(
          aws.endpoint(),
          AwsBasicCredentials.create(
              seed.accessKey().accessKeyId(), seed.accessKey().secretAccessKey()));
  private final Clients root = Clients.root(aws);
  private final S3Client s3 = application.s3();

  @AfterEach
  void close() {
    application.close();
    root.close();
    aws.close();
  }

  @Test
  void S05_only_the_product_writes_under_a_digest() {
    s3.putObject(put(Account.ARTIFACTS, COPY).ifNoneMatch("*").build(), ROWS);

    for (String other : new String[] {"sentinel-training", "harbor-training", "sallyport-jobs"}) {
      try (Clients role = as(other)) {
        S3Client theirs = role.s3();
        isDenied(
            () ->
                theirs.putObject(
                    put(Account.ARTIFACTS, COPY + "2").ifNoneMatch("*").build(), ROWS));
      }
    }
    S3Client administrator = root.s3();
    isDenied(
        () ->
            administrator.putObject(
                put(Account.ARTIFACTS, COPY + "2").ifNoneMatch("*").build(), ROWS));
  }

  @Test
  void S05_the_product_itself_writes_under_a_digest_only_where_nothing_is() {
    isDenied(() -> s3.putObject(put(Account.ARTIFACTS, COPY).build(), ROWS));
    String upload =
        s3.createMultipartUpload(create -> create.bucket(Account.ARTIFACTS).key(COPY)).uploadId();
    String etag =
        s3.uploadPart(
                part -> part.bucket(Account.ARTIFACTS).key(COPY).uploadId(upload).partNumber(1),
                ROWS)
            .eTag();

    isDenied(
        () ->
            s3.completeMultipartUpload(
                complete ->
                    complete
                        .bucket(Account.ARTIFACTS)
                        .key(COPY)
                        .uploadId(upload)
                        .multipartUpload(all -> all.parts(part -> part.partNumber(1).eTag(etag)))));

    assertThat(
            s3.completeMultipartUpload(
                    complete ->
                        complete
                            .bucket(Account.ARTIFACTS)
                            .key(COPY)
                            .uploadId(upload)
                            .ifNoneMatch("*")
                            .multipartUpload(
                                all -> all.parts(part -> part.partNumber(1).eTag(etag))))
                .versionId())
        .isNotEmpty();
  }

  @Test
  void S09_a_submitted_role_reads_neither_hold_out_nor_evidence_nor_another_program() {
    s3.putObject(put(Account.ARTIFACTS, COPY).ifNoneMatch("*").build(), ROWS);
    s3.putObject(put(Account.ARTIFACTS, HELD_OUT).build(), ROWS);
    s3.putObject(locked("any"), ROWS);

    try (Clients own = as("sentinel-training");
        Clients serving = as("sentinel-serving");
        Clients foreign = as("harbor-training")) {
      assertThat(read(own, Account.ARTIFACTS, COPY)).isEqualTo("a,b\n1,2\n");
      for (Clients role : new Clients[] {own, serving, foreign}) {
        isDenied(() -> read(role, Account.ARTIFACTS, HELD_OUT));
        isDenied(() -> read(role, Account.EVIDENCE, "any"));
      }
      isDenied(() -> read(foreign, Account.ARTIFACTS, COPY));
    }
  }

  @Test
  void S08_evidence_is_written_once_and_locked_and_never_removed() {
    assertThat(s3.putObject(locked("fact"), ROWS).versionId()).isNotEmpty();

    isDenied(() -> s3.putObject(put(Account.EVIDENCE, "x").ifNoneMatch("*").build(), ROWS));
    isDenied(
        () ->
            s3.putObject(
                put(Account.EVIDENCE, "x")
                    .ifNoneMatch("*")
                    .objectLockMode(ObjectLockMode.GOVERNANCE)
                    .objectLockRetainUntilDate(Instant.now().plus(Duration.ofDays(1)))
                    .build(),
                ROWS));
    isDenied(() -> s3.deleteObject(delete -> delete.bucket(Account.EVIDENCE).key("fact")));
    isDenied(() -> s3.putBucketPolicy(put -> put.bucket(Account.EVIDENCE).policy("{}")));
  }

  @Test
  void S08_the_lock_of_evidence_is_seen_and_made_longer_by_the_product_and_by_nobody_shorter() {
    s3.putObject(locked("lock"), ROWS);
    Instant until = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);

    s3.putObjectRetention(lock(until));

    isDenied(() -> s3.putObjectRetention(lock(until.minusSeconds(1))));
    S3Client administrator = root.s3();
    isDenied(() -> administrator.putObjectRetention(lock(until.minusSeconds(1))));
    assertThat(s3.headObject(head -> head.bucket(Account.EVIDENCE).key("lock")))
        .satisfies(found -> assertThat(found.objectLockRetainUntilDate()).isEqualTo(until));
  }

  @Test
  void S04_a_key_is_used_by_those_whom_its_policy_names() {
    String sealed = seed.key("harbor-data");
    assertThat(application.kms().generateDataKey(data(sealed)).keyId()).isEqualTo(sealed);
    try (Clients foreign = as("sentinel-training")) {
      refused(() -> foreign.kms().generateDataKey(data(sealed)));
      refused(() -> foreign.kms().sign(sign()));
    }
    refused(() -> root.kms().generateDataKey(data(sealed)));
    refused(() -> root.kms().sign(sign()));
    assertThat(application.kms().sign(sign()).signature().asByteArray()).isNotEmpty();
  }

  private SignRequest sign() {
    return SignRequest.builder()
        .keyId(seed.key(Account.SIGNING_KEY))
        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_384)
        .message(SdkBytes.fromUtf8String("statement"))
        .build();
  }

  private static GenerateDataKeyRequest data(String key) {
    return GenerateDataKeyRequest.builder().keyId(key).keySpec(DataKeySpec.AES_256).build();
  }

  private Clients as(String role) {
    return Clients.assume(aws, root.sts(), Account.role(role));
  }

  private static String read(Clients role, String bucket, String key) {
    return role.s3().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }

  private static PutObjectRequest.Builder put(String bucket, String key) {
    return PutObjectRequest.builder().bucket(bucket).key(key);
  }

  private static PutObjectRequest locked(String key) {
    return put(Account.EVIDENCE, key)
        .ifNoneMatch("*")
        .objectLockMode(ObjectLockMode.COMPLIANCE)
        .objectLockRetainUntilDate(Instant.now().plus(Duration.ofDays(1)))
        .build();
  }

  private static PutObjectRetentionRequest lock(Instant until) {
    return PutObjectRetentionRequest.builder()
        .bucket(Account.EVIDENCE)
        .key("lock")
        .retention(lock -> lock.mode(ObjectLockRetentionMode.COMPLIANCE).retainUntilDate(until))
        .build();
  }

  private static void isDenied(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            denied -> assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KmsException.class,
            denied ->
                assertThat(denied.awsErrorDetails().errorCode())
                    .isEqualTo("AccessDeniedException"));
  }
}
