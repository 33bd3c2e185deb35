package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.protocol.AwsError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;

/** Objects made of what is here already: an upload's parts put together, or a copy. */
final class Completion {

  private static final long PART_BYTES_MIN = 5L << 20;

  private final Store store;
  private final Blobs blobs;
  private final Encryption encryption;
  private final Multipart multipart;

  Completion(Store store, Blobs blobs, Encryption encryption, Multipart multipart) {
    this.store = store;
    this.blobs = blobs;
    this.encryption = encryption;
    this.multipart = multipart;
  }

  CompleteMultipartUploadResponse complete(CompleteMultipartUploadRequest request, Call call) {
    Multipart.Upload upload = multipart.find(request.bucket(), request.key(), request.uploadId());
    store.refuseExisting(request.bucket(), request.key(), request.ifNoneMatch());
    List<Multipart.Part> chosen =
        chosen(request.multipartUpload().parts(), multipart.parts(upload));
    Stored.Content whole = joined(upload, chosen);
    Stored stored;
    try {
      stored =
          store.add(
              new Store.Place(upload.bucket(), upload.key()),
              whole,
              upload.attributes(),
              request.ifNoneMatch());
    } catch (AwsError e) {
      blobs.delete(whole.blob());
      throw e;
    }
    multipart.forget(upload);
    return CompleteMultipartUploadResponse.builder()
        .bucket(upload.bucket())
        .key(upload.key())
        .location("/" + upload.bucket() + "/" + upload.key())
        .eTag(Objects.quoted(stored.content().etag()))
        .versionId(Objects.shownVersion(stored))
        .serverSideEncryption(stored.attributes().encryption().orElse(null))
        .ssekmsKeyId(stored.attributes().kmsKeyArn().orElse(null))
        .build();
  }

  /** The parts that the request lists, in rising order, each as it was uploaded. */
  private static List<Multipart.Part> chosen(
      List<CompletedPart> wanted, List<Multipart.Part> there) {
    List<Multipart.Part> chosen = new ArrayList<>();
    int before = 0;
    for (CompletedPart each : wanted) {
      if (each.partNumber() <= before) {
        throw AwsError.bad(
            "InvalidPartOrder",
            "The list of parts was not in ascending order. Parts must be ordered by part number.");
      }
      before = each.partNumber();
      chosen.add(
          there.stream()
              .filter(part -> part.number() == each.partNumber())
              .filter(part -> part.content().etag().equals(each.eTag().replace("\"", "")))
              .findFirst()
              .orElseThrow(Multipart::invalidPart));
    }
    boolean small =
        chosen.stream()
            .limit(Math.max(0, chosen.size() - 1))
            .anyMatch(part -> part.content().size() < PART_BYTES_MIN);
    if (chosen.isEmpty() || small) {
      throw AwsError.bad(
          chosen.isEmpty() ? "MalformedXML" : "EntityTooSmall",
          "Your proposed upload is smaller than the minimum allowed size");
    }
    return chosen;
  }

  private Stored.Content joined(Multipart.Upload upload, List<Multipart.Part> parts) {
    List<Stored.Content> contents = parts.stream().map(Multipart.Part::content).toList();
    Stored.Content whole = write(blobs.joined(contents), upload.checksumAlgorithm());
    MessageDigest tags = Checksums.digest("MD5");
    contents.forEach(part -> tags.update(HexFormat.of().parseHex(part.etag())));
    String etag = HexFormat.of().formatHex(tags.digest()) + "-" + parts.size();
    Optional<Stored.Checksum> checksum =
        upload.checksumType().equals("COMPOSITE")
            ? composite(upload.checksumAlgorithm(), contents)
            : whole.checksum();
    return new Stored.Content(whole.blob(), whole.size(), etag, checksum);
  }

  /** The checksum of the parts' checksums, if every part has one of the algorithm. */
  private static Optional<Stored.Checksum> composite(
      String algorithm, List<Stored.Content> contents) {
    Checksums sums = new Checksums(algorithm);
    for (Stored.Content part : contents) {
      Stored.Checksum sum = part.checksum().orElseThrow();
      if (!sum.algorithm().equals(algorithm)) {
        return Optional.empty();
      }
      byte[] raw = Base64.getDecoder().decode(sum.value());
      sums.update(raw, 0, raw.length);
    }
    String value = sums.value() + "-" + contents.size();
    return Optional.of(new Stored.Checksum(algorithm, value, "COMPOSITE"));
  }

  private Stored.Content write(InputStream bytes, String algorithm) {
    try (InputStream in = bytes) {
      return blobs.write(in, new Checksums(algorithm));
    } catch (IOException e) {
      throw new UncheckedIOException("joining parts", e);
    }
  }

  CopyObjectResponse copy(CopyObjectRequest request, Call call) {
    Bucket bucket = store.bucket(request.destinationBucket());
    Stored source = Source.of(request.copySource()).find(store);
    encryption.needsToRead(source, call);
    Encryption.Chosen key =
        encryption.choose(
            bucket, request.serverSideEncryptionAsString(), request.ssekmsKeyId(), call);
    Attributes old = source.attributes();
    boolean replaced = request.metadataDirective() == MetadataDirective.REPLACE;
    Attributes attributes =
        new Attributes(
            old.headers(),
            replaced ? request.metadata() : old.metadata(),
            old.tags(),
            key.algorithm(),
            key.keyArn(),
            Optional.empty(),
            Optional.empty());
    Stored.Content content =
        write(
            blobs.open(source.content().blob(), 0, source.content().size()),
            source.content().checksum().map(Stored.Checksum::algorithm).orElse("CRC64NVME"));
    Stored stored =
        store.add(
            new Store.Place(request.destinationBucket(), request.destinationKey()),
            content,
            attributes,
            null);
    return CopyObjectResponse.builder()
        .copySourceVersionId(Objects.shownVersion(source))
        .versionId(Objects.shownVersion(stored))
        .copyObjectResult(
            shape ->
                shape.eTag(Objects.quoted(stored.content().etag())).lastModified(stored.modified()))
        .build();
  }
}
