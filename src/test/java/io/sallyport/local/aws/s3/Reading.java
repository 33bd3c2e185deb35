package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Permission;
import io.sallyport.local.aws.Streamed;
import io.sallyport.local.aws.protocol.AwsError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reading objects, whole or in part. */
final class Reading {

  private final Store store;
  private final Objects objects;
  private final Blobs blobs;
  private final Encryption encryption;

  Reading(Store store, Objects objects, Blobs blobs, Encryption encryption) {
    this.store = store;
    this.objects = objects;
    this.blobs = blobs;
    this.encryption = encryption;
  }

  Streamed get(GetObjectRequest request, Call call) {
    Stored version = find(request.bucket(), request.key(), request.versionId(), call);
    refuseOtherTag(version, request.ifMatch());
    Retention.Lock lock = shownLock(version, call);
    long size = version.content().size();
    Optional<Range> range = Range.of(request.range(), size);
    GetObjectResponse.Builder answer =
        GetObjectResponse.builder()
            .acceptRanges("bytes")
            .eTag(Objects.quoted(version.content().etag()))
            .lastModified(version.modified())
            .versionId(Objects.shownVersion(version))
            .metadata(version.attributes().metadata())
            .serverSideEncryption(version.attributes().encryption().orElse(null))
            .ssekmsKeyId(version.attributes().kmsKeyArn().orElse(null))
            .objectLockMode(lock.mode().orElse(null))
            .objectLockRetainUntilDate(lock.until().orElse(null));
    Map<String, String> headers = version.attributes().headers();
    answer
        .contentType(headers.getOrDefault("Content-Type", "binary/octet-stream"))
        .cacheControl(headers.get("Cache-Control"))
        .contentDisposition(headers.get("Content-Disposition"))
        .contentEncoding(headers.get("Content-Encoding"));
    if (range.isPresent()) {
      Range part = range.get();
      answer.contentRange("bytes %d-%d/%d".formatted(part.first(), part.last(), size));
      return new Streamed(
          answer.build(), 206, blobs.answer(version.content().blob(), part.first(), part.length()));
    }
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      version.content().checksum().ifPresent(sum -> put(answer, sum));
    }
    return new Streamed(answer.build(), 200, blobs.answer(version.content().blob(), 0, size));
  }

  private static void put(GetObjectResponse.Builder answer, Stored.Checksum sum) {
    answer.checksumType(sum.type());
    switch (sum.algorithm()) {
      case "CRC32" -> answer.checksumCRC32(sum.value());
      case "CRC32C" -> answer.checksumCRC32C(sum.value());
      case "SHA1" -> answer.checksumSHA1(sum.value());
      case "SHA256" -> answer.checksumSHA256(sum.value());
      default -> answer.checksumCRC64NVME(sum.value());
    }
  }

  private Stored find(String bucket, String key, @Nullable String versionId, Call call) {
    Stored version = objects.find(new Store.Place(bucket, key), versionId, call);
    encryption.needsToRead(version, call);
    return version;
  }

  /** S3 tells of a lock only those who may ask for it. */
  private static Retention.Lock shownLock(Stored version, Call call) {
    try {
      String arn = Arn.s3(version.bucket() + "/" + version.key());
      call.needs(new Permission("s3:GetObjectRetention", arn));
      return new Retention.Lock(
          version.attributes().lockMode(), version.attributes().retainUntil());
    } catch (AwsError denied) {
      return new Retention.Lock(Optional.empty(), Optional.empty());
    }
  }

  private static void refuseOtherTag(Stored version, @Nullable String ifMatch) {
    if (ifMatch != null
        && !ifMatch.replace("\"", "").equals(version.content().etag())
        && !ifMatch.equals("*")) {
      throw Errors.preconditionFailed();
    }
  }

  HeadObjectResponse head(HeadObjectRequest request, Call call) {
    Stored version = find(request.bucket(), request.key(), request.versionId(), call);
    refuseOtherTag(version, request.ifMatch());
    Retention.Lock lock = shownLock(version, call);
    Map<String, String> headers = version.attributes().headers();
    HeadObjectResponse.Builder answer =
        HeadObjectResponse.builder()
            .acceptRanges("bytes")
            .contentLength(version.content().size())
            .contentType(headers.getOrDefault("Content-Type", "binary/octet-stream"))
            .cacheControl(headers.get("Cache-Control"))
            .contentDisposition(headers.get("Content-Disposition"))
            .contentEncoding(headers.get("Content-Encoding"))
            .eTag(Objects.quoted(version.content().etag()))
            .lastModified(version.modified())
            .versionId(Objects.shownVersion(version))
            .metadata(version.attributes().metadata())
            .serverSideEncryption(version.attributes().encryption().orElse(null))
            .ssekmsKeyId(version.attributes().kmsKeyArn().orElse(null))
            .objectLockMode(lock.mode().orElse(null))
            .objectLockRetainUntilDate(lock.until().orElse(null));
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      version
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
    }
    return answer.build();
  }

  GetObjectTaggingResponse tags(GetObjectTaggingRequest request, Call call) {
    Stored version =
        objects.find(new Store.Place(request.bucket(), request.key()), request.versionId(), call);
    List<Tag> tags =
        version.attributes().tags().entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    return GetObjectTaggingResponse.builder()
        .versionId(Objects.shownVersion(version))
        .tagSet(tags)
        .build();
  }

  PutObjectTaggingResponse putTags(PutObjectTaggingRequest request, Call call) {
    Stored version =
        objects.find(new Store.Place(request.bucket(), request.key()), request.versionId(), call);
    Map<String, String> tags = new LinkedHashMap<>();
    request.tagging().tagSet().forEach(tag -> tags.put(tag.key(), tag.value()));
    store.change(version.with(version.attributes().tagged(tags)));
    return PutObjectTaggingResponse.builder().versionId(Objects.shownVersion(version)).build();
  }

  /** {@code bytes=first-last}, both included; what does not lie in the object is refused. */
  record Range(long first, long last) {

    long length() {
      return last - first + 1;
    }

    static Optional<Range> of(@Nullable String text, long size) {
      if (text == null) {
        return Optional.empty();
      }
      if (!text.matches("bytes=([0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})")) {
        throw Errors.invalid("Range is '" + text + "'; bytes=first-last is known here");
      }
      String[] ends = text.substring("bytes=".length()).split("-", -1);
      boolean tail = ends[0].isEmpty();
      long first = tail ? Math.max(0, size - Long.parseLong(ends[1])) : Long.parseLong(ends[0]);
      long last =
          tail || ends[1].isEmpty() ? size - 1 : Math.min(Long.parseLong(ends[1]), size - 1);
      if (first >= size || last < first) {
        throw new AwsError("InvalidRange", 416, "The requested range is not satisfiable");
      }
      return Optional.of(new Range(first, last));
    }
  }
}
