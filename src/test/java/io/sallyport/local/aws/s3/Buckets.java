package io.sallyport.local.aws.s3;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.policy.Document;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.JsonShape;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;

/** Buckets and their settings. */
final class Buckets {

  /** The one answer whose document is a single element with text. */
  private static final String LOCATION =
      "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
          + Arn.REGION
          + "</LocationConstraint>";

  private final Store store;
  private final Environment environment;

  Buckets(Store store, Environment environment) {
    this.store = store;
    this.environment = environment;
    environment
        .policies()
        .register(
            Arn.s3(""), "s3:", arn -> store.buckets().find(bucketOf(arn)).flatMap(Bucket::policy));
  }

  private static String bucketOf(String arn) {
    return arn.substring(Arn.s3("").length()).split("/", 2)[0];
  }

  synchronized CreateBucketResponse create(CreateBucketRequest request, Call call) {
    String name = request.bucket();
    if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw AwsError.bad("InvalidBucketName", "The specified bucket is not valid.");
    }
    if (store.buckets().contains(name)) {
      throw new AwsError(
          "BucketAlreadyOwnedByYou",
          409,
          "Your previous request to create the named bucket succeeded and you already own it.");
    }
    boolean lock = Boolean.TRUE.equals(request.objectLockEnabledForBucket());
    store
        .buckets()
        .put(
            name,
            new Bucket(
                name,
                environment.clock().instant(),
                lock,
                lock ? Optional.of("Enabled") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    return CreateBucketResponse.builder().location("/" + name).build();
  }

  HeadBucketResponse head(HeadBucketRequest request, Call call) {
    store.bucket(request.bucket());
    return HeadBucketResponse.builder().bucketRegion(Arn.REGION).build();
  }

  ListBucketsResponse list(ListBucketsRequest request, Call call) {
    return ListBucketsResponse.builder()
        .buckets(
            store.buckets().all().stream()
                .map(
                    bucket ->
                        software.amazon.awssdk.services.s3.model.Bucket.builder()
                            .name(bucket.name())
                            .creationDate(bucket.created())
                            .build())
                .toList())
        .build();
  }

  GetBucketLocationResponse location(GetBucketLocationRequest request, Call call) {
    store.bucket(request.bucket());
    return GetBucketLocationResponse.builder().locationConstraint(LOCATION).build();
  }

  PutBucketVersioningResponse putVersioning(PutBucketVersioningRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    String status = request.versioningConfiguration().statusAsString();
    if (bucket.lockEnabled() && !status.equals("Enabled")) {
      throw new AwsError(
          "InvalidBucketState", 409, "Versioning cannot be suspended where objects are locked.");
    }
    store.buckets().put(bucket.name(), bucket.withVersioning(status));
    return PutBucketVersioningResponse.builder().build();
  }

  GetBucketVersioningResponse versioning(GetBucketVersioningRequest request, Call call) {
    GetBucketVersioningResponse.Builder answer = GetBucketVersioningResponse.builder();
    store.bucket(request.bucket()).versioning().ifPresent(answer::status);
    return answer.build();
  }

  PutBucketEncryptionResponse putEncryption(PutBucketEncryptionRequest request, Call call) {
    JsonNode json = JsonShape.write(request.serverSideEncryptionConfiguration());
    store
        .buckets()
        .put(request.bucket(), store.bucket(request.bucket()).withEncryption(Optional.of(json)));
    return PutBucketEncryptionResponse.builder().build();
  }

  GetBucketEncryptionResponse encryption(GetBucketEncryptionRequest request, Call call) {
    JsonNode json =
        store
            .bucket(request.bucket())
            .encryption()
            .orElseThrow(
                () ->
                    Errors.notFound(
                        "ServerSideEncryptionConfigurationNotFoundError",
                        "The server side encryption configuration was not found"));
    return GetBucketEncryptionResponse.builder()
        .serverSideEncryptionConfiguration(encryption(json))
        .build();
  }

  static ServerSideEncryptionConfiguration encryption(JsonNode json) {
    ServerSideEncryptionConfiguration.Builder shape = ServerSideEncryptionConfiguration.builder();
    JsonShape.read(json, shape, "encryption");
    return shape.build();
  }

  PutBucketPolicyResponse putPolicy(PutBucketPolicyRequest request, Call call) {
    try {
      Document.parse(request.policy());
    } catch (AwsError e) {
      throw AwsError.bad("MalformedPolicy", e.getMessage());
    }
    Bucket bucket = store.bucket(request.bucket());
    store.buckets().put(bucket.name(), bucket.withPolicy(Optional.of(request.policy())));
    return PutBucketPolicyResponse.builder().build();
  }

  GetBucketPolicyResponse policy(GetBucketPolicyRequest request, Call call) {
    return GetBucketPolicyResponse.builder()
        .policy(
            store
                .bucket(request.bucket())
                .policy()
                .orElseThrow(
                    () ->
                        Errors.notFound("NoSuchBucketPolicy", "The bucket policy does not exist")))
        .build();
  }

  DeleteBucketPolicyResponse deletePolicy(DeleteBucketPolicyRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    store.buckets().put(bucket.name(), bucket.withPolicy(Optional.empty()));
    return DeleteBucketPolicyResponse.builder().build();
  }

  PutObjectLockConfigurationResponse putLock(PutObjectLockConfigurationRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    if (!bucket.isVersioned()) {
      throw new AwsError(
          "InvalidBucketState", 409, "Versioning must be 'Enabled' on the bucket to lock objects");
    }
    store
        .buckets()
        .put(bucket.name(), bucket.withLock(JsonShape.write(request.objectLockConfiguration())));
    return PutObjectLockConfigurationResponse.builder().build();
  }

  GetObjectLockConfigurationResponse lock(GetObjectLockConfigurationRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    if (!bucket.lockEnabled()) {
      throw Errors.notFound(
          "ObjectLockConfigurationNotFoundError",
          "Object Lock configuration does not exist for this bucket");
    }
    return GetObjectLockConfigurationResponse.builder()
        .objectLockConfiguration(lock(bucket))
        .build();
  }

  static ObjectLockConfiguration lock(Bucket bucket) {
    ObjectLockConfiguration.Builder shape = ObjectLockConfiguration.builder();
    bucket.lock().ifPresent(json -> JsonShape.read(json, shape, "lock"));
    return shape.objectLockEnabled("Enabled").build();
  }
}
