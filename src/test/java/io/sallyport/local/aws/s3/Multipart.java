package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.protocol.AwsError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Uploads in parts: begun, filled, listed, given up. {@link Completion} ends them. */
final class Multipart {

  private static final int PART_NUMBER_MAX = 10_000;

  /** An upload that is open. */
  record Upload(
      String bucket,
      String key,
      String id,
      String checksumAlgorithm,
      String checksumType,
      Attributes attributes,
      Instant initiated) {}

  /** A part of an upload. */
  record Part(String uploadId, int number, Stored.Content content, Instant modified) {}

  private final Store store;
  private final Blobs blobs;
  private final Encryption encryption;
  private final Environment environment;
  private final Table<Upload> uploads;
  private final Table<Part> parts;

  Multipart(Store store, Blobs blobs, Encryption encryption, Environment environment) {
    this.store = store;
    this.blobs = blobs;
    this.encryption = encryption;
    this.environment = environment;
    this.uploads = environment.journal().table("s3-upload", Upload.class);
    this.parts = environment.journal().table("s3-part", Part.class);
  }

  CreateMultipartUploadResponse create(CreateMultipartUploadRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
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
    Objects.put(headers, "Content-Type", request.contentType());
    Attributes attributes =
        new Attributes(
            headers,
            request.metadata(),
            Objects.tags(request.tagging()),
            key.algorithm(),
            key.keyArn(),
            lock.mode(),
            lock.until());
    Upload upload = upload(request, attributes);
    uploads.put(upload.id(), upload);
    return CreateMultipartUploadResponse.builder()
        .bucket(upload.bucket())
        .key(upload.key())
        .uploadId(upload.id())
        .checksumAlgorithm(upload.checksumAlgorithm())
        .checksumType(upload.checksumType())
        .serverSideEncryption(key.algorithm().orElse(null))
        .ssekmsKeyId(key.keyArn().orElse(null))
        .build();
  }

  private Upload upload(CreateMultipartUploadRequest request, Attributes attributes) {
    String algorithm = Optional.ofNullable(request.checksumAlgorithmAsString()).orElse("CRC64NVME");
    String type =
        Optional.ofNullable(request.checksumTypeAsString())
            .orElse(algorithm.equals("CRC64NVME") ? "FULL_OBJECT" : "COMPOSITE");
    return new Upload(
        request.bucket(),
        request.key(),
        environment.ids().hex(48),
        algorithm,
        type,
        attributes,
        environment.clock().instant());
  }

  Upload find(String bucket, String key, String uploadId) {
    return uploads
        .find(uploadId)
        .filter(upload -> upload.bucket().equals(bucket) && upload.key().equals(key))
        .orElseThrow(Errors::noSuchUpload);
  }

  List<Part> parts(Upload upload) {
    return parts.startingWith(upload.id() + "/");
  }

  private Part keep(Upload upload, int number, Stored.Content content) {
    if (number < 1 || number > PART_NUMBER_MAX) {
      blobs.delete(content.blob());
      throw Errors.invalid(
          "Part number must be an integer between 1 and " + PART_NUMBER_MAX + ", inclusive");
    }
    String row = upload.id() + "/" + "%05d".formatted(number);
    parts.find(row).ifPresent(old -> blobs.delete(old.content().blob()));
    Part part = new Part(upload.id(), number, content, environment.clock().instant());
    parts.put(row, part);
    return part;
  }

  UploadPartResponse uploadPart(UploadPartRequest request, Call call) {
    Upload upload = find(request.bucket(), request.key(), request.uploadId());
    Part part = keep(upload, request.partNumber(), blobs.receive(call.request()));
    UploadPartResponse.Builder answer =
        UploadPartResponse.builder()
            .eTag(Objects.quoted(part.content().etag()))
            .serverSideEncryption(upload.attributes().encryption().orElse(null))
            .ssekmsKeyId(upload.attributes().kmsKeyArn().orElse(null));
    Stored.Checksum sum = part.content().checksum().orElseThrow();
    switch (sum.algorithm()) {
      case "CRC32" -> answer.checksumCRC32(sum.value());
      case "CRC32C" -> answer.checksumCRC32C(sum.value());
      case "SHA1" -> answer.checksumSHA1(sum.value());
      case "SHA256" -> answer.checksumSHA256(sum.value());
      default -> answer.checksumCRC64NVME(sum.value());
    }
    return answer.build();
  }

  UploadPartCopyResponse copyPart(UploadPartCopyRequest request, Call call) {
    Upload upload = find(request.destinationBucket(), request.destinationKey(), request.uploadId());
    Stored source = Source.of(request.copySource()).find(store);
    encryption.needsToRead(source, call);
    long size = source.content().size();
    Optional<Reading.Range> range = Reading.Range.of(request.copySourceRange(), size);
    long first = range.map(Reading.Range::first).orElse(0L);
    long length = range.map(Reading.Range::length).orElse(size);
    Stored.Content copy =
        blobs.write(
            blobs.open(source.content().blob(), first, length),
            new Checksums(upload.checksumAlgorithm()));
    Part part = keep(upload, request.partNumber(), copy);
    return UploadPartCopyResponse.builder()
        .copySourceVersionId(Objects.shownVersion(source))
        .copyPartResult(
            shape ->
                shape.eTag(Objects.quoted(part.content().etag())).lastModified(part.modified()))
        .build();
  }

  ListPartsResponse list(ListPartsRequest request, Call call) {
    Upload upload = find(request.bucket(), request.key(), request.uploadId());
    return ListPartsResponse.builder()
        .bucket(upload.bucket())
        .key(upload.key())
        .uploadId(upload.id())
        .isTruncated(false)
        .parts(
            parts(upload).stream()
                .map(
                    part ->
                        software.amazon.awssdk.services.s3.model.Part.builder()
                            .partNumber(part.number())
                            .eTag(Objects.quoted(part.content().etag()))
                            .size(part.content().size())
                            .lastModified(part.modified())
                            .build())
                .toList())
        .build();
  }

  AbortMultipartUploadResponse abort(AbortMultipartUploadRequest request, Call call) {
    forget(find(request.bucket(), request.key(), request.uploadId()));
    return AbortMultipartUploadResponse.builder().build();
  }

  /** Removes an upload and its parts. */
  void forget(Upload upload) {
    for (Part part : parts(upload)) {
      blobs.delete(part.content().blob());
      parts.remove(upload.id() + "/" + "%05d".formatted(part.number()));
    }
    uploads.remove(upload.id());
  }

  static AwsError invalidPart() {
    return AwsError.bad(
        "InvalidPart",
        "One or more of the specified parts could not be found. The part might not have been"
            + " uploaded, or the specified entity tag might not have matched the part's entity"
            + " tag.");
  }
}
