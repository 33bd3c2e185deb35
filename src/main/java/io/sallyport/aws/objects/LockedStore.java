package io.sallyport.aws.objects;

import io.sallyport.aws.Adoption;
import io.sallyport.aws.Settings;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Evidence that nobody can change or remove before its time, the account's owner included: object
 * lock in COMPLIANCE mode, each key written once (S08; design, trust 9).
 */
@Component
public class LockedStore {

  private static final int PRECONDITION_FAILED = 412;

  private final S3Client s3;
  private final Settings settings;

  public LockedStore(S3Client s3, Settings settings) {
    this.s3 = s3;
    this.settings = settings;
  }

  /**
   * Writes once and locks until at least {@code retainUntil} (S3 keeps whole seconds). If the key
   * is taken, what is there is adopted when it holds the same bytes and is locked.
   */
  public StoredObject put(String key, byte[] bytes, Instant retainUntil) {
    String sha256 = Measured.sha256(bytes);
    Instant until = retainUntil.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    try {
      String version =
          s3.putObject(
                  put ->
                      put.bucket(bucket())
                          .key(key)
                          .ifNoneMatch("*")
                          .objectLockMode(ObjectLockMode.COMPLIANCE)
                          .objectLockRetainUntilDate(until)
                          .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                          .ssekmsKeyId(settings.keys().data()),
                  RequestBody.fromBytes(bytes))
              .versionId();
      return new StoredObject(uri(key), version, sha256, bytes.length);
    } catch (S3Exception refused) {
      if (refused.statusCode() != PRECONDITION_FAILED) throw refused;
      return adopt(key, sha256);
    }
  }

  /** What is stored under {@code key}, if it is no larger than {@code sizeBytesMax}. */
  public byte[] read(String key, int sizeBytesMax) {
    try (ResponseInputStream<GetObjectResponse> bytes = open(key)) {
      byte[] content = bytes.readNBytes(sizeBytesMax + 1);
      if (content.length > sizeBytesMax) {
        String limit = "at most " + sizeBytesMax + " bytes";
        throw new Refused("aws/object-is-small-enough", uri(key), "larger", limit);
      }
      return content;
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri(key), broken);
    }
  }

  public String uri(String key) {
    return "s3://" + bucket() + "/" + key;
  }

  private StoredObject adopt(String key, String sha256) {
    try (ResponseInputStream<GetObjectResponse> bytes = open(key)) {
      Measured found = Measured.of(bytes);
      GetObjectResponse facts = bytes.response();
      if (facts.objectLockMode() != ObjectLockMode.COMPLIANCE) {
        String mode = String.valueOf(facts.objectLockModeAsString());
        throw new Refused("aws/evidence-is-locked", uri(key), mode, "COMPLIANCE");
      }
      long size = found.sizeBytes();
      String foundSha256 = found.sha256();
      Adoption.requireSame(uri(key), foundSha256, sha256);
      return new StoredObject(uri(key), facts.versionId(), foundSha256, size);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + uri(key), broken);
    }
  }

  private ResponseInputStream<GetObjectResponse> open(String key) {
    return s3.getObject(get -> get.bucket(bucket()).key(key));
  }

  private String bucket() {
    return settings.buckets().evidence();
  }
}
