package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.local.aws.policy.VpcEndpoints.VpcEndpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

class PolicyTest {

  private static final String BUCKET = "sallyport-artifacts";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final LocalAws aws =
      LocalAws.start(
          LocalAws.Options.inMemory().at(new Settable()).withIamDelay(Duration.ofSeconds(5)));
  private final Clients root = Clients.root(aws);
  private final IamClient iam = root.iam();

  private final class Settable extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }

  PolicyTest() {
    root.s3().createBucket(bucket -> bucket.bucket(BUCKET));
  }

  @AfterEach
  void close() {
    root.close();
    aws.close();
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
  }

  private Clients as(String role, String... statements) {
    String arn = Demo.role(iam, role, statements);
    pass(Duration.ofSeconds(5));
    return Clients.assume(aws, root.sts(), arn);
  }

  private static void put(S3Client s3, String key) {
    s3.putObject(o -> o.bucket(BUCKET).key(key), RequestBody.fromString("text"));
  }

  private static void assertDenied(Runnable call, String action) {
    assertThatThrownBy(call::run)
        .isInstanceOf(AwsServiceException.class)
        .hasMessageContaining("is not authorized to perform: " + action);
  }

  @Test
  void what_no_policy_allows_is_denied_with_the_action_and_the_resource() {
    try (Clients role =
        as("sentinel-training", Demo.allow("s3:GetObject", Arn.s3(BUCKET + "/*")))) {
      assertThatThrownBy(() -> put(role.s3(), "a"))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining(
              "User: arn:aws-us-gov:sts::123456789012:assumed-role/sentinel-training/test is not"
                  + " authorized to perform: s3:PutObject on resource:"
                  + " arn:aws-us-gov:s3:::sallyport-artifacts/a");
    }
  }

  @Test
  void a_bucket_policy_keeps_all_out_but_the_product_and_lets_it_write_once() {
    String product = "\"aws:PrincipalArn\":\"arn:aws-us-gov:iam::123456789012:role/product\"";
    String others =
        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\",\"Resource\":\"%s\",\"Condition\":{\"StringNotEquals\":{%s}}}"
            .formatted(Arn.s3(BUCKET + "/*"), product);
    String twice =
        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\",\"Resource\":\"%s\",\"Condition\":{\"Null\":{\"s3:if-none-match\":\"true\"},\"Bool\":{\"s3:ObjectCreationOperation\":\"true\"}}}"
            .formatted(Arn.s3(BUCKET + "/*"));
    root.s3().putBucketPolicy(b -> b.bucket(BUCKET).policy(Demo.policy(others, twice)));
    try (Clients product1 = as("product", Demo.allow("s3:*", "*"));
        Clients other = as("other", Demo.allow("s3:*", "*"))) {
      assertDenied(() -> put(other.s3(), "a"), "s3:PutObject");
      assertDenied(() -> put(product1.s3(), "a"), "s3:PutObject");
      S3Client s3 = product1.s3();
      String upload = s3.createMultipartUpload(o -> o.bucket(BUCKET).key("a")).uploadId();
      String etag =
          s3.uploadPart(
                  o -> o.bucket(BUCKET).key("a").uploadId(upload).partNumber(1),
                  RequestBody.fromString("text"))
              .eTag();
      assertDenied(() -> complete(s3, upload, etag, null), "s3:PutObject");
      complete(s3, upload, etag, "*");
      assertThat(s3.getObjectAsBytes(o -> o.bucket(BUCKET).key("a")).asUtf8String())
          .isEqualTo("text");
    }
  }

  private static void complete(S3Client s3, String upload, String etag, String ifNoneMatch) {
    s3.completeMultipartUpload(
        o ->
            o.bucket(BUCKET)
                .key("a")
                .uploadId(upload)
                .ifNoneMatch(ifNoneMatch)
                .multipartUpload(
                    m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
  }

  @Test
  void a_key_is_for_those_whom_its_own_policy_names() {
    try (Clients role = as("reader", Demo.allow("kms:*", "*"), Demo.allow("s3:*", "*"))) {
      String policy =
          Demo.policy(
              "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws-us-gov:iam::123456789012:user/nobody\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}");
      String key = root.kms().createKey(k -> k.policy(policy)).keyMetadata().keyId();
      assertThatThrownBy(() -> role.kms().describeKey(k -> k.keyId(key)))
          .isInstanceOf(KmsException.class)
          .hasMessageContaining("is not authorized to perform: kms:DescribeKey");
      assertDenied(
          () ->
              role.s3()
                  .putObject(
                      o ->
                          o.bucket(BUCKET)
                              .key("a")
                              .serverSideEncryption("aws:kms")
                              .ssekmsKeyId(key),
                      RequestBody.fromString("text")),
          "kms:GenerateDataKey");
      String open = root.kms().createKey().keyMetadata().keyId();
      assertThat(role.kms().describeKey(k -> k.keyId(open)).keyMetadata().keyId()).isEqualTo(open);
    }
  }

  @Test
  void a_vpc_endpoint_lets_through_what_its_policy_allows_and_is_seen_in_conditions() {
    String onlyInside =
        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}}";
    put(root.s3(), "a");
    root.s3().putBucketPolicy(b -> b.bucket(BUCKET).policy(Demo.policy(onlyInside)));
    aws.environment()
        .vpcEndpoints()
        .put(
            new VpcEndpoint(
                "vpce-1",
                "s3",
                Demo.policy(
                    "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}")));
    try (Clients outside = new Clients(aws.outside(), aws.rootCredentials())) {
      assertThat(root.s3().getObjectAsBytes(o -> o.bucket(BUCKET).key("a")).asUtf8String())
          .isEqualTo("text");
      assertDenied(() -> put(root.s3(), "b"), "s3:PutObject");
      assertDenied(
          () -> outside.s3().getObjectAsBytes(o -> o.bucket(BUCKET).key("a")), "s3:GetObject");
    }
  }

  @Test
  void a_change_takes_effect_after_the_delay() {
    try (Clients role = as("writer", Demo.allow("s3:PutObject", "*"))) {
      put(role.s3(), "a");
      iam.deleteRolePolicy(r -> r.roleName("writer").policyName("rights"));
      assertThat(iam.listRolePolicies(r -> r.roleName("writer")).policyNames()).isEmpty();
      put(role.s3(), "b");
      pass(Duration.ofSeconds(5));
      assertDenied(() -> put(role.s3(), "c"), "s3:PutObject");
    }
  }

  @Test
  void a_condition_key_that_no_call_carries_is_refused_by_name() {
    assertThatThrownBy(
            () ->
                Demo.role(
                    iam,
                    "typo",
                    Demo.deny(
                        "s3:*",
                        "*",
                        ",\"Condition\":{\"Bool\":{\"aws:SecureTransprt\":\"false\"}}")))
        .isInstanceOf(MalformedPolicyDocumentException.class)
        .hasMessageContaining("Unknown condition key: aws:SecureTransprt");
    assertThatThrownBy(
            () ->
                root.s3()
                    .putBucketPolicy(
                        b ->
                            b.bucket(BUCKET)
                                .policy(
                                    Demo.policy(
                                        Demo.deny(
                                            "s3:*",
                                            "*",
                                            ",\"Condition\":{\"StringIs\":{\"s3:prefix\":\"a\"}}")))))
        .hasMessageContaining("Unknown condition operator: StringIs");
  }
}
