package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.OwnS3;
import io.sallyport.local.aws.iam.AccessKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * S3 as an execution role sees it: the real client over HTTP with a session of that role, so that
 * S3 refuses what the role may not do, in its own words.
 */
public final class RoleStore {

  private static final Duration SESSION = Duration.ofHours(1);

  private final Environment environment;

  public RoleStore(Environment environment) {
    this.environment = environment;
  }

  /** The keys under the prefix, in S3's order. */
  List<String> keys(String roleArn, String bucket, String prefix) {
    return as(
        roleArn,
        s3 ->
            s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  byte[] read(String roleArn, String bucket, String key) {
    return as(roleArn, s3 -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
  }

  /** As {@link #write}, for a place given as a URI. */
  public void write(String uri, byte[] content, String roleArn, Optional<String> kmsKeyId) {
    write(S3Uri.of(uri), content, roleArn, kmsKeyId);
  }

  /** With a key: SSE-KMS under it; without: the bucket's default encryption. */
  void write(S3Uri place, byte[] content, String roleArn, Optional<String> kmsKeyId) {
    PutObjectRequest.Builder put =
        PutObjectRequest.builder().bucket(place.bucket()).key(place.key());
    kmsKeyId.ifPresent(
        key -> put.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
    as(roleArn, s3 -> s3.putObject(put.build(), RequestBody.fromBytes(content)));
  }

  private <T> T as(String roleArn, Function<S3Client, T> what) {
    AccessKey key = environment.identities().session(roleArn, "SageMaker", SESSION);
    AwsSessionCredentials credentials =
        AwsSessionCredentials.create(key.id(), key.secret(), key.sessionToken().orElseThrow());
    try (S3Client s3 = OwnS3.client(environment.endpoint(), credentials)) {
      return what.apply(s3);
    }
  }
}
