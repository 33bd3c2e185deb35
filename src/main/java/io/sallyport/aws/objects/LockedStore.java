package io.sallyport.aws.objects;

import static io.sallyport.aws.objects.ObjectVersion.bucketOf;
import static io.sallyport.aws.objects.ObjectVersion.keyOf;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.Settings;
import io.sallyport.aws.SizeLimit;
import io.sallyport.rules.Refused;
import io.sallyport.rules.training.TheArtifactCanBeArchived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Evidence that nobody can change or remove before its time, the account's owner included: object
 * lock in COMPLIANCE mode, each key written once (S08; design, trust 9).
 */
@Component
public class LockedStore {

  private static final int PRECONDITION_FAILED = 412;
  private static final String CONTENT_TYPE = "application/octet-stream";

  private final S3Client s3;
  private final Settings settings;

  public LockedStore(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Writes once and locks until at least {@code retainUntil} (S3 keeps whole seconds). If the key
   * is taken, what is there is adopted when it holds the same bytes and is locked; a lock that ends
   * earlier is made longer.
   */
  public StoredObject put(String key, byte[] bytes, Instant retainUntil) {
    String sha256 = Measured.sha256(bytes);
    PutObjectRequest request = once(key, retainUntil).build();
    return write(request, RequestBody.fromBytes(bytes), sha256, bytes.length);
  }

  /**
   * Writes what is current under {@code uri} once and locks it, like {@link #put}: it streams
   * through, and S3 itself refuses to store anything but bytes of this SHA-256.
   */
  public StoredObject copy(String uri, String sha256, String key, Instant retainUntil) {
    HeadObjectResponse found = s3.headObject(head -> head.bucket(bucketOf(uri)).key(keyOf(uri)));
    long size = found.contentLength();
    SizeLimit.require(uri, size, TheArtifactCanBeArchived.BYTES_MAX);
    PutObjectRequest request = once(key, retainUntil).checksumSHA256(base64(sha256)).build();
    try (Rereadable source = new Rereadable(() -> open(uri, found.versionId()))) {
      return write(
          request, RequestBody.fromContentProvider(source, size, CONTENT_TYPE), sha256, size);
    }
  }

  private PutObjectRequest.Builder once(String key, Instant retainUntil) {
    return PutObjectRequest.builder()
        .bucket(bucket())
        .key(key)
        .ifNoneMatch("*")
        .objectLockMode(ObjectLockMode.COMPLIANCE)
        .objectLockRetainUntilDate(retainUntil.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
        .ssekmsKeyId(settings.keys().data());
  }

  private StoredObject write(
      PutObjectRequest request, RequestBody bytes, String sha256, long sizeBytes) {
    try {
      String version = s3.putObject(request, bytes).versionId();
      return new StoredObject(uri(request.key()), version, sha256, sizeBytes);
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED) throw refused;
      return adopt(request, sha256);
    }
  }

  /** What is stored under {@code key}, if it is no larger than {@code sizeBytesMax}. */
  public byte[] read(String key, int sizeBytesMax) {
    try (ResponseInputStream<GetObjectResponse> bytes = open(key)) {
      byte[] content = bytes.readNBytes(sizeBytesMax + 1);
      if (content.length > sizeBytesMax) throw SizeLimit.larger(uri(key), sizeBytesMax);
      return content;
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri(key), broken);
    }
  }

  public String uri(String key) {
    return "s3://" + bucket() + "/" + key;
  }

  private StoredObject adopt(PutObjectRequest wanted, String sha256) {
    String uri = uri(wanted.key());
    try (ResponseInputStream<GetObjectResponse> bytes = open(wanted.key())) {
      Measured found = Measured.of(bytes);
      GetObjectResponse facts = bytes.response();
      if (facts.objectLockMode() != ObjectLockMode.COMPLIANCE) {
        String mode = String.valueOf(facts.objectLockModeAsString());
        throw new Refused("aws/evidence-is-locked", uri, mode, "COMPLIANCE");
      }
      Adoption.requireSame(uri, found.sha256(), sha256);
      lockUntil(wanted, facts);
      return new StoredObject(uri, facts.versionId(), sha256, found.sizeBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri, broken);
    }
  }

  /** In COMPLIANCE mode a lock can be made longer, and by nobody shorter. */
  private void lockUntil(PutObjectRequest wanted, GetObjectResponse found) {
    Instant until = wanted.objectLockRetainUntilDate();
    if (!found.objectLockRetainUntilDate().isBefore(until)) return;
    s3.putObjectRetention(
        put ->
            put.bucket(bucket())
                .key(wanted.key())
                .versionId(found.versionId())
                .retention(
                    lock -> lock.mode(ObjectLockRetentionMode.COMPLIANCE).retainUntilDate(until)));
  }

  private ResponseInputStream<GetObjectResponse> open(String uri, @Nullable String versionId) {
    return s3.getObject(get -> get.bucket(bucketOf(uri)).key(keyOf(uri)).versionId(versionId));
  }

  private ResponseInputStream<GetObjectResponse> open(String key) {
    return s3.getObject(get -> get.bucket(bucket()).key(key));
  }

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private String bucket() {
    return settings.buckets().evidence();
  }
}
