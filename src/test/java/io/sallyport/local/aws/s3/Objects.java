package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.protocol.AwsError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Writing, finding and deleting objects. */
final class Objects {

  private final Store store;
  private final Blobs blobs;
  private final Encryption encryption;
  private final Environment environment;

  Objects(Store store, Blobs blobs, Encryption encryption, Environment environment) {
    this.store = store;
    this.blobs = blobs;
    this.encryption = encryption;
    this.environment = environment;
  }

  PutObjectResponse put(PutObjectRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    store.refuseExisting(request.bucket(), request.key(), request.ifNoneMatch());
    Encryption.Chosen key =
        encryption.choose(
            bucket, request.serverSideEncryptionAsString(), request.ssekmsKeyId(), call);
    Retention.Lock lock =
        Retention.choose(
            bucket,
            request.objectLockModeAsString(),
            request.objectLockRetainUntilDate(),
            environment.clock().instant());
    Map<String, String> headers = new LinkedHashMap<>();
    put(headers, "Content-Type", request.contentType());
    put(headers, "Cache-Control", request.cacheControl());
    put(headers, "Content-Disposition", request.contentDisposition());
    put(headers, "Content-Encoding", withoutChunked(request.contentEncoding()));
    Attributes attributes =
        new Attributes(
            headers,
            request.metadata(),
            tags(request.tagging()),
            key.algorithm(),
            key.keyArn(),
            lock.mode(),
            lock.until());
    Stored.Content content = blobs.receive(call.request());
    Stored stored = add(request, content, attributes);
    return answer(stored);
  }

  private Stored add(PutObjectRequest request, Stored.Content content, Attributes attributes) {
    try {
      return store.add(
          new Store.Place(request.bucket(), request.key()),
          content,
          attributes,
          request.ifNoneMatch());
    } catch (AwsError e) {
      blobs.delete(content.blob());
      throw e;
    }
  }

  private static PutObjectResponse answer(Stored stored) {
    PutObjectResponse.Builder answer =
        PutObjectResponse.builder()
            .eTag(quoted(stored.content().etag()))
            .versionId(shownVersion(stored))
            .serverSideEncryption(stored.attributes().encryption().orElse(null))
            .ssekmsKeyId(stored.attributes().kmsKeyArn().orElse(null));
    stored
        .content()
        .checksum()
        .ifPresent(
            sum -> {
              answer.checksumType(sum.type());
              switch (sum.algorithm()) {
                case "CRC32" -> answer.checksumCRC32(sum.value());
                case "CRC32C" -> answer.checksumCRC32C(sum.value());
                case "SHA1" -> answer.checksumSHA1(sum.value());
                case "SHA256" -> answer.checksumSHA256(sum.value());
                default -> answer.checksumCRC64NVME(sum.value());
              }
            });
    return answer.build();
  }

  static String quoted(String etag) {
    return "\"" + etag + "\"";
  }

  /** A bucket without versions shows none. */
  static @Nullable String shownVersion(Stored stored) {
    return stored.versionId().equals(Stored.NO_VERSION) ? null : stored.versionId();
  }

  static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.put(name, value);
    }
  }

  private static @Nullable String withoutChunked(@Nullable String encoding) {
    return encoding == null ? null : encoding.replaceAll("\\s*aws-chunked\\s*,?\\s*", "");
  }

  static Map<String, String> tags(@Nullable String query) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      tags.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return tags;
  }

  /** A version; who may not list the bucket does not learn that there is none. */
  Stored find(Store.Place place, @Nullable String versionId, Call call) {
    store.bucket(place.bucket());
    Optional<Stored> found =
        versionId == null
            ? store.current(place.bucket(), place.key())
            : store.version(place.bucket(), place.key(), versionId);
    if (found.isEmpty()) {
      call.needs(new Permission("s3:ListBucket", Arn.s3(place.bucket())));
      throw versionId == null ? Errors.noSuchKey() : Errors.noSuchVersion();
    }
    if (found.get().deleteMarker()) {
      throw new AwsError(
          "MethodNotAllowed", 405, "The specified method is not allowed against this resource.");
    }
    return found.get();
  }

  DeleteObjectResponse delete(DeleteObjectRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    if (request.versionId() != null) {
      return deleteVersion(request, call);
    }
    if (!bucket.isVersioned()) {
      store.version(request.bucket(), request.key(), Stored.NO_VERSION).ifPresent(store::remove);
      return DeleteObjectResponse.builder().build();
    }
    Stored marker = store.mark(request.bucket(), request.key());
    return DeleteObjectResponse.builder().deleteMarker(true).versionId(marker.versionId()).build();
  }

  private DeleteObjectResponse deleteVersion(DeleteObjectRequest request, Call call) {
    Instant now = environment.clock().instant();
    Optional<Stored> found = store.version(request.bucket(), request.key(), request.versionId());
    found
        .filter(version -> version.isLockedAt(now))
        .ifPresent(
            version ->
                Retention.refuseUnlessBypassed(
                    version, Boolean.TRUE.equals(request.bypassGovernanceRetention()), call));
    found.ifPresent(store::remove);
    return DeleteObjectResponse.builder()
        .versionId(request.versionId())
        .deleteMarker(found.map(Stored::deleteMarker).filter(is -> is).orElse(null))
        .build();
  }
}
