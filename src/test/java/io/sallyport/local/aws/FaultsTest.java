package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.protocol.AwsError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.LimitExceededException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FaultsTest {

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final Clients clients = Clients.root(aws);

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void a_throttled_call_is_repeated_by_the_sdk() {
    aws.faults().throttle("kms", "ListKeys", 2);
    assertThat(clients.kms().listKeys().keys()).isEmpty();
    assertThat(aws.faults().calls("kms", "ListKeys")).isEqualTo(3);
  }

  @Test
  void a_call_fails_as_it_was_told_and_becomes_the_typed_exception() {
    aws.faults()
        .fail("kms", "CreateKey", 1, AwsError.bad("LimitExceededException", "too many keys"));
    assertThatThrownBy(() -> clients.kms().createKey())
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("too many keys");
    assertThat(clients.kms().createKey().keyMetadata().enabled()).isTrue();
  }

  @Test
  void a_time_out_after_success_meets_its_own_success() {
    aws.faults().timeOutAfterSuccess("iam", "CreateRole", 1);
    assertThatThrownBy(() -> Demo.role(clients.iam(), "role"))
        .isInstanceOf(EntityAlreadyExistsException.class);
    assertThat(aws.faults().calls("iam", "CreateRole")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_call_that_fails_after_success_has_had_its_effect() {
    aws.faults().strike(Faults.Kind.FAIL_AFTER_SUCCESS, 1, Integer.MAX_VALUE);
    assertThatThrownBy(() -> clients.kms().createKey()).hasMessageContaining("on purpose");
    aws.faults().clear();
    assertThat(clients.kms().listKeys().keys()).isNotEmpty();
  }

  @Test
  void a_call_is_struck_by_its_number_and_those_before_it_are_not() {
    aws.faults().strike(Faults.Kind.FAIL, 2, Integer.MAX_VALUE);
    assertThat(clients.kms().listKeys().keys()).isEmpty();
    assertThatThrownBy(() -> clients.kms().createKey()).hasMessageContaining("on purpose");
    assertThat(aws.faults().order())
        .startsWith("kms:ListKeys", "kms:CreateKey")
        .doesNotContain("sqs:ReceiveMessage");
  }

  @Test
  void everything_comes_back_to_a_moment() {
    clients.s3().createBucket(b -> b.bucket("sentinel-data"));
    clients.s3().putObject(o -> o.bucket("sentinel-data").key("a"), RequestBody.fromString("one"));
    Moment before = aws.moment();
    var inventory = before.inventory();

    clients.s3().putObject(o -> o.bucket("sentinel-data").key("b"), RequestBody.fromString("two"));
    Demo.role(clients.iam(), "role");
    assertThat(before.inventory()).isNotEqualTo(inventory);

    before.comeBack();
    assertThat(before.inventory()).isEqualTo(inventory);
  }

  @Test
  void an_unknown_operation_or_member_is_refused_by_name() {
    assertThatThrownBy(() -> clients.iam().listGroups())
        .isInstanceOf(IamException.class)
        .hasMessageContaining("The operation ListGroups is not known here");
    assertThatThrownBy(() -> clients.kms().scheduleKeyDeletion(k -> k.keyId("a")))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("The operation ScheduleKeyDeletion is not known here");
    assertThatThrownBy(() -> clients.kms().createKey(k -> k.multiRegion(true)))
        .hasMessageContaining("Member MultiRegion of CreateKey is not implemented here");
    assertThatThrownBy(
            () ->
                clients
                    .s3()
                    .putObject(
                        o -> o.bucket("b").key("k").storageClass("GLACIER"), RequestBody.empty()))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("Member StorageClass of PutObject is not implemented here");
  }

  @Test
  void a_restart_finds_everything_as_it_was(@TempDir Path folder) {
    LocalAws.Options options = LocalAws.Options.inMemory().in(folder);
    String keyId;
    try (LocalAws first = LocalAws.start(options);
        Clients root = Clients.root(first)) {
      keyId = root.kms().createKey().keyMetadata().keyId();
      Demo.role(root.iam(), "kept", Demo.allow("s3:*", "*"));
      root.s3().createBucket(b -> b.bucket("sentinel-data").objectLockEnabledForBucket(true));
      root.s3().putObject(o -> o.bucket("sentinel-data").key("a"), RequestBody.fromString("one"));
      root.s3().putObject(o -> o.bucket("sentinel-data").key("a"), RequestBody.fromString("two"));
    }
    try (LocalAws second = LocalAws.start(options);
        Clients root = Clients.root(second);
        Clients kept =
            Clients.assume(second, root.sts(), "arn:aws-us-gov:iam::123456789012:role/kept")) {
      assertThat(root.kms().describeKey(k -> k.keyId(keyId)).keyMetadata().keyId())
          .isEqualTo(keyId);
      assertThat(kept.s3().getObjectAsBytes(o -> o.bucket("sentinel-data").key("a")).asUtf8String())
          .isEqualTo("two");
      assertThat(kept.s3().listObjectVersions(l -> l.bucket("sentinel-data")).versions())
          .hasSize(2);
    }
  }

  @Test
  void closing_leaves_no_thread_and_no_file() {
    LocalAws other = LocalAws.start(LocalAws.Options.inMemory());
    try (Clients root = Clients.root(other)) {
      root.s3().listBuckets();
    }
    Path folder = other.environment().folder();
    other.close();
    assertThat(Files.exists(folder)).isFalse();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("local-aws-" + other.endpoint().getPort()));
  }
}
