package io.sallyport.aws.facts;

import io.sallyport.aws.Settings;
import io.sallyport.aws.objects.ObjectVersion;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Live facts about buckets and what lies in them (S02, S05): read, not believed. */
@Component
public class Buckets {

  private static final int ELSEWHERE = 301;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_RANGE = 416;
  private static final String REGION = "x-amz-bucket-region";

  private final S3Client s3;
  private final Settings settings;

  public Buckets(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Empty if there is no such bucket.
   *
   * @throws S3Exception when S3 does not let us ask (403): it does not even say then whether there
   *     is such a bucket
   */
  public Optional<BucketFacts> bucket(String name) {
    try {
      return ifPresent(() -> s3.headBucket(head -> head.bucket(name)).bucketRegion())
          .map(region -> facts(name, region));
    } catch (S3Exception refused) {
      if (refused.statusCode() != ELSEWHERE) throw refused;
      return Optional.of(new BucketFacts(regionNamedBy(refused), "", "", ""));
    }
  }

  private BucketFacts facts(String name, String region) {
    return new BucketFacts(
        region,
        isOurs(name) ? settings.account() : "",
        encryption(name),
        text(s3.getBucketVersioning(get -> get.bucket(name)).statusAsString()));
  }

  private static String regionNamedBy(S3Exception elsewhere) {
    return elsewhere
        .awsErrorDetails()
        .sdkHttpResponse()
        .firstMatchingHeader(REGION)
        .orElse("another region");
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
        .map(
            found ->
                new ObjectFacts(found.contentLength(), text(found.serverSideEncryptionAsString())));
  }

  /**
   * The first bytes of a version, {@code bytesMax} at most; none if there is no such version.
   *
   * @throws S3Exception when S3 does not let us read it
   */
  public Optional<byte[]> start(ObjectVersion version, int bytesMax) {
    try {
      return ifPresent(
          () ->
              s3.getObjectAsBytes(
                      get ->
                          get.bucket(version.bucket())
                              .key(version.key())
                              .versionId(version.versionId())
                              .range("bytes=0-" + (bytesMax - 1)))
                  .asByteArray());
    } catch (S3Exception refused) {
      if (refused.statusCode() != NO_SUCH_RANGE) throw refused;
      return Optional.of(new byte[0]); // an empty object has no first byte
    }
  }

  private String encryption(String name) {
    return ifPresent(() -> s3.getBucketEncryption(get -> get.bucket(name)))
        .flatMap(
            found ->
                found.serverSideEncryptionConfiguration().rules().stream()
                    .map(rule -> rule.applyServerSideEncryptionByDefault())
                    .findFirst())
        .map(byDefault -> byDefault.sseAlgorithmAsString())
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

  /** Empty where S3 says that there is no such thing, or no such setting. */
  private static <T> Optional<T> ifPresent(Supplier<@Nullable T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (S3Exception refused) {
      if (refused.statusCode() == NOT_FOUND) return Optional.empty();
      throw refused;
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
