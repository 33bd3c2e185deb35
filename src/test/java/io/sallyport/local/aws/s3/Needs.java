package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/**
 * Which permissions a write needs, and what it says of itself in {@code s3:ObjectCreationOperation}
 * (true where an object comes into being, false for parts) and {@code s3:if-none-match}.
 */
final class Needs {

  private final Map<String, List<String>> context = new HashMap<>();
  private final List<Permission> more = new ArrayList<>();
  private final String arn;

  private Needs(String bucket, String key, boolean creates) {
    arn = Arn.s3(bucket + "/" + key);
    put("s3:ObjectCreationOperation", String.valueOf(creates));
  }

  private Needs put(String key, @Nullable String value) {
    if (value != null) {
      context.put(key, List.of(value));
    }
    return this;
  }

  private Needs encrypted(@Nullable String algorithm, @Nullable String keyId) {
    return put("s3:x-amz-server-side-encryption", algorithm)
        .put("s3:x-amz-server-side-encryption-aws-kms-key-id", keyId);
  }

  private Needs locked(@Nullable String mode) {
    if (mode != null) {
      more.add(new Permission("s3:PutObjectRetention", arn));
    }
    return put("s3:object-lock-mode", mode);
  }

  private Needs tagged(@Nullable String tags) {
    if (tags != null) {
      more.add(new Permission("s3:PutObjectTagging", arn));
    }
    return this;
  }

  private Needs copying(String source) {
    more.add(Source.of(source).permission());
    return put("s3:x-amz-copy-source", source);
  }

  private List<Permission> all() {
    List<Permission> all = new ArrayList<>();
    all.add(new Permission("s3:PutObject", arn, context));
    all.addAll(more);
    return all;
  }

  static List<Permission> of(PutObjectRequest r) {
    return new Needs(r.bucket(), r.key(), true)
        .put("s3:if-none-match", r.ifNoneMatch())
        .encrypted(r.serverSideEncryptionAsString(), r.ssekmsKeyId())
        .locked(r.objectLockModeAsString())
        .tagged(r.tagging())
        .all();
  }

  static List<Permission> of(CreateMultipartUploadRequest r) {
    return new Needs(r.bucket(), r.key(), false)
        .encrypted(r.serverSideEncryptionAsString(), r.ssekmsKeyId())
        .locked(r.objectLockModeAsString())
        .tagged(r.tagging())
        .all();
  }

  static List<Permission> ofPart(String bucket, String key) {
    return new Needs(bucket, key, false).all();
  }

  static List<Permission> of(UploadPartCopyRequest r) {
    return new Needs(r.destinationBucket(), r.destinationKey(), false)
        .copying(r.copySource())
        .all();
  }

  static List<Permission> of(CompleteMultipartUploadRequest r) {
    return new Needs(r.bucket(), r.key(), true).put("s3:if-none-match", r.ifNoneMatch()).all();
  }

  static List<Permission> of(CopyObjectRequest r) {
    return new Needs(r.destinationBucket(), r.destinationKey(), true)
        .encrypted(r.serverSideEncryptionAsString(), r.ssekmsKeyId())
        .copying(r.copySource())
        .all();
  }

  static List<Permission> toList(String action, String bucket, @Nullable String prefix) {
    return List.of(
        new Permission(
            action, Arn.s3(bucket), Map.of("s3:prefix", List.of(prefix == null ? "" : prefix))));
  }

  static List<Permission> object(String action, String bucket, String key) {
    return List.of(new Permission(action, Arn.s3(bucket + "/" + key)));
  }

  /** S3's reading actions are named by whether a version is asked for. */
  static List<Permission> toRead(
      String verb, String bucket, String key, @Nullable String versionId) {
    String action = versionId == null ? verb + "Object" : verb + "ObjectVersion";
    Map<String, List<String>> context =
        versionId == null ? Map.of() : Map.of("s3:VersionId", List.of(versionId));
    return List.of(new Permission("s3:" + action, Arn.s3(bucket + "/" + key), context));
  }
}
