package io.sallyport.aws.objects;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.Settings;
import io.sallyport.aws.SizeLimit;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/**
 * Objects under the digest of their content, {@code programs/<program>/sha256/<digest>/<file>}:
 * SageMaker reads keys, not versions, so what a job reads lies where nothing else can (S05; design,
 * trust 2). Written once by a conditional write; a second writer adopts after reading the digest
 * again. {@code CopyObject} is never used, since it knows no such condition.
 */
@Component
public class ExactCopies {

  /** S3 copies at most 5 GiB a part; smaller parts fail sooner and repeat cheaper. */
  private static final long PART_BYTES = 1L << 30;

  private static final int PRECONDITION_FAILED = 412;

  /** A key that names the digest of its content. */
  private static final Pattern BY_DIGEST =
      Pattern.compile("programs/[^/]+/sha256/([0-9a-f]{64})/[^/]+");

  private final S3Client s3;
  private final Settings settings;

  public ExactCopies(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /** More is neither measured nor copied. */
  public long sizeBytesMax() {
    return settings.objectSizeMax().toBytes();
  }

  /** How large what is current under {@code uri} is; nothing of it is read. */
  public long sizeBytes(String uri) {
    return s3.headObject(
            head -> head.bucket(ObjectVersion.bucketOf(uri)).key(ObjectVersion.keyOf(uri)))
        .contentLength();
  }

  /** Reads the exact version once, and says what it holds. */
  public StoredObject measure(ObjectVersion version) {
    try (ResponseInputStream<GetObjectResponse> bytes =
        s3.getObject(
            get ->
                get.bucket(version.bucket()).key(version.key()).versionId(version.versionId()))) {
      Measured measured = measured(version.uri(), bytes);
      return new StoredObject(
          version.uri(), version.versionId(), measured.sha256(), measured.sizeBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + version.uri(), broken);
    }
  }

  /** Reads what is current under {@code uri}, and says which version that was. */
  public StoredObject measure(String uri) {
    try (ResponseInputStream<GetObjectResponse> bytes = open(uri)) {
      Measured measured = measured(uri, bytes);
      return new StoredObject(
          uri, versionOf(bytes.response()), measured.sha256(), measured.sizeBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri, broken);
    }
  }

  /** Copies the version that is current under {@code uri} now, under the same file name. */
  public StoredObject copyCurrent(String uri, String program) {
    return copy(measure(uri), program, uri.substring(uri.lastIndexOf('/') + 1));
  }

  /** Copies the exact version to its content-addressed key, or adopts the copy that is there. */
  public StoredObject copy(ObjectVersion source, String program, String file) {
    return copy(measure(source), program, file);
  }

  /** What was measured is read no more: S3 copies the version that was read. */
  private StoredObject copy(StoredObject original, String program, String file) {
    String key = key(program, original.sha256(), file);
    if (original.sizeBytes() == 0) return write(key, new byte[0], original.sha256());
    CreateMultipartUploadResponse upload =
        s3.createMultipartUpload(
            create ->
                create
                    .bucket(bucket())
                    .key(key)
                    .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                    .ssekmsKeyId(settings.keys().data()));
    try {
      return complete(key, upload.uploadId(), copyParts(original, key, upload.uploadId()))
          .map(version -> stored(key, version, original))
          .orElseGet(() -> adopt(key, original.sha256()));
    } catch (RuntimeException failed) {
      abort(key, upload.uploadId());
      throw failed;
    }
  }

  /** Stores the bytes under their own digest, or adopts what is there. */
  public StoredObject put(String program, String file, byte[] bytes) {
    String sha256 = Measured.sha256(bytes);
    return write(key(program, sha256, file), bytes, sha256);
  }

  /** Where this content lies, or would lie. */
  public String uri(String program, String sha256, String file) {
    return "s3://" + bucket() + "/" + key(program, sha256, file);
  }

  /** What is current under {@code uri}, as a stream; close it. */
  public InputStream read(String uri) {
    return open(uri);
  }

  /**
   * What is current under {@code uri}, if it is no larger than {@code sizeBytesMax}. Under a key
   * that names a digest nothing else is read than the content of that digest, whoever wrote a newer
   * version there.
   */
  public byte[] readSmall(String uri, int sizeBytesMax) {
    try (InputStream bytes = open(uri)) {
      byte[] content = bytes.readNBytes(sizeBytesMax + 1);
      if (content.length > sizeBytesMax) throw SizeLimit.larger(uri, sizeBytesMax);
      requireDigest(uri, content);
      return content;
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri, broken);
    }
  }

  private static void requireDigest(String uri, byte[] content) {
    Matcher named = BY_DIGEST.matcher(ObjectVersion.keyOf(uri));
    if (!named.matches()) return;
    String found = Measured.sha256(content);
    if (!found.equals(named.group(1))) {
      throw new Refused(
          "aws/the-content-has-its-digest", uri, "SHA-256 " + found, "SHA-256 " + named.group(1));
    }
  }

  private StoredObject write(String key, byte[] bytes, String sha256) {
    try {
      String version =
          s3.putObject(
                  put ->
                      put.bucket(bucket())
                          .key(key)
                          .ifNoneMatch("*")
                          .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                          .ssekmsKeyId(settings.keys().data()),
                  RequestBody.fromBytes(bytes))
              .versionId();
      return new StoredObject("s3://" + bucket() + "/" + key, text(version), sha256, bytes.length);
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED) throw refused;
      return adopt(key, sha256);
    }
  }

  private List<CompletedPart> copyParts(StoredObject original, String key, String uploadId) {
    ObjectVersion source = original.version();
    List<CompletedPart> parts = new ArrayList<>();
    for (long from = 0; from < original.sizeBytes(); from += PART_BYTES) {
      long until = Math.min(from + PART_BYTES, original.sizeBytes());
      int number = parts.size() + 1;
      UploadPartCopyRequest.Builder part =
          UploadPartCopyRequest.builder()
              .sourceBucket(source.bucket())
              .sourceKey(source.key())
              .sourceVersionId(source.versionId())
              .destinationBucket(bucket())
              .destinationKey(key)
              .uploadId(uploadId)
              .partNumber(number);
      // A range is allowed only for objects over 5 MiB, so a single part goes without one.
      if (original.sizeBytes() > PART_BYTES) part.copySourceRange(range(from, until));
      String etag = s3.uploadPartCopy(part.build()).copyPartResult().eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    }
    return parts;
  }

  private static String range(long from, long until) {
    return "bytes=" + from + "-" + (until - 1);
  }

  /** The version written; empty if something is there already. */
  private Optional<String> complete(String key, String uploadId, List<CompletedPart> parts) {
    try {
      CompleteMultipartUploadResponse done =
          s3.completeMultipartUpload(
              complete ->
                  complete
                      .bucket(bucket())
                      .key(key)
                      .uploadId(uploadId)
                      .ifNoneMatch("*")
                      .multipartUpload(upload -> upload.parts(parts)));
      return Optional.of(text(done.versionId()));
    } catch (S3Exception refused) {
      boolean completedBefore = refused instanceof NoSuchUploadException;
      if (refused.statusCode() != PRECONDITION_FAILED && !completedBefore) throw refused;
      abort(key, uploadId);
      return Optional.empty();
    }
  }

  /** Leaves no parts behind; trouble here must not hide the trouble that led here. */
  private void abort(String key, String uploadId) {
    try {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket()).key(key).uploadId(uploadId));
    } catch (SdkException goneOrUnreachable) {
      // Nothing was lost: a life-cycle rule of the bucket removes what is left of an upload.
    }
  }

  private StoredObject adopt(String key, String sha256) {
    StoredObject found = measure("s3://" + bucket() + "/" + key);
    Adoption.requireSame(found.uri(), found.sha256(), sha256);
    return found;
  }

  private StoredObject stored(String key, String version, StoredObject original) {
    return new StoredObject(
        "s3://" + bucket() + "/" + key, version, original.sha256(), original.sizeBytes());
  }

  private Measured measured(String uri, ResponseInputStream<GetObjectResponse> bytes) {
    long size = bytes.response().contentLength();
    if (size > sizeBytesMax()) bytes.abort(); // else the rest would be read when it is closed
    SizeLimit.require(uri, size, sizeBytesMax());
    return Measured.of(bytes);
  }

  private ResponseInputStream<GetObjectResponse> open(String uri) {
    return s3.getObject(
        get -> get.bucket(ObjectVersion.bucketOf(uri)).key(ObjectVersion.keyOf(uri)));
  }

  private String bucket() {
    return settings.buckets().artifacts();
  }

  private static String key(String program, String sha256, String file) {
    return "programs/" + program + "/sha256/" + sha256 + "/" + file;
  }

  private static String versionOf(GetObjectResponse response) {
    return text(response.versionId());
  }

  /** A bucket without versions answers none; S3 calls that version "null". */
  private static String text(@Nullable String versionId) {
    return versionId == null ? "null" : versionId;
  }
}
