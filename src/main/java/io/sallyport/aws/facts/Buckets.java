package io.sallyport.aws.facts;

import io.sallyport.aws.Settings;
import io.sallyport.aws.objects.ObjectVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;

/** Live facts about buckets and what lies in them (S02, S05): read, not believed. */
@Component
public class Buckets {

  /** How S3 says that a bucket has no such setting, or that there is no such thing. */
  private static final Set<String> ABSENT =
      Set.of(
          "NoSuchBucketPolicy",
          "ServerSideEncryptionConfigurationNotFoundError",
          "ObjectLockConfigurationNotFoundError",
          "NoSuchBucket",
          "NoSuchKey",
          "NoSuchVersion",
          "NotFound");

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final Settings settings;

  public Buckets(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** Empty if there is no such bucket, or none that we may ask about. */
  public Optional<BucketFacts> bucket(String name) {
    Optional<String> region =
        ifPresent(() -> s3.headBucket(head -> head.bucket(name)).bucketRegion());
    return region.map(
        where -> {
          Optional<ServerSideEncryptionByDefault> encryption = encryption(name);
          return new BucketFacts(
              name,
              where,
              isOurs(name) ? settings.account() : "",
              encryption.map(ServerSideEncryptionByDefault::sseAlgorithmAsString).orElse(""),
              encryption.map(ServerSideEncryptionByDefault::kmsMasterKeyID).orElse(""),
              text(s3.getBucketVersioning(get -> get.bucket(name)).statusAsString()),
              objectLock(name),
              ifPresent(() -> s3.getBucketPolicy(get -> get.bucket(name)).policy()).orElse(""));
        });
  }

  /** Empty if there is no such version. */
  public Optional<ObjectFacts> object(ObjectVersion version) {
    return ifPresent(
            () ->
                s3.headObject(
                    head ->
                        head.bucket(version.bucket())
                            .key(version.key())
                            .versionId(version.versionId())))
        .map(found -> facts(version.uri(), version.versionId(), found));
  }

  private static ObjectFacts facts(String uri, String versionId, HeadObjectResponse found) {
    Instant lockedUntil = found.objectLockRetainUntilDate();
    return new ObjectFacts(
        uri,
        versionId,
        found.contentLength(),
        text(found.serverSideEncryptionAsString()),
        text(found.ssekmsKeyId()),
        text(found.objectLockModeAsString()),
        lockedUntil == null ? Instant.EPOCH : lockedUntil,
        found.lastModified());
  }

  private Optional<ServerSideEncryptionByDefault> encryption(String name) {
    return ifPresent(() -> s3.getBucketEncryption(get -> get.bucket(name)))
        .flatMap(
            found ->
                found.serverSideEncryptionConfiguration().rules().stream()
                    .map(rule -> rule.applyServerSideEncryptionByDefault())
                    .findFirst());
  }

  private String objectLock(String name) {
    return ifPresent(
            () ->
                s3.getObjectLockConfiguration(get -> get.bucket(name))
                    .objectLockConfiguration()
                    .objectLockEnabledAsString())
        .orElse("");
  }

  /** S3 answers this question only if the expected account owns the bucket. */
  private boolean isOurs(String name) {
    try {
      s3.headBucket(head -> head.bucket(name).expectedBucketOwner(settings.account()));
      return true;
    } catch (S3Exception refused) {
      if (refused.statusCode() != FORBIDDEN) throw refused;
      return false;
    }
  }

  private static <T> Optional<T> ifPresent(Supplier<@Nullable T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (S3Exception refused) {
      if (isAbsence(refused)) return Optional.empty();
      throw refused;
    }
  }

  private static boolean isAbsence(S3Exception refused) {
    if (refused.statusCode() == NOT_FOUND) return true;
    String code = refused.awsErrorDetails().errorCode(); // null in answers without a body
    return code != null && ABSENT.contains(code);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
