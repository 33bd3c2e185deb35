package io.sallyport.aws.objects;

import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Streams a person's data set into the bucket of their program, encrypted with the program's key:
 * never more than one part in memory, digest computed on the way (S01, S05).
 */
@Component
public class Uploads {

  /** Of 10,000 parts that S3 takes: an upload of 80 GB at most, with 8 MiB of memory. */
  private static final int PART_BYTES = 8 << 20;

  private final S3Client s3;

  public Uploads(S3Client s3) {
    this.s3 = s3;
  }

  /** Reads {@code bytes} to its end; the caller closes it. */
  public StoredObject upload(Upload upload, InputStream bytes) {
    try {
      byte[] first = bytes.readNBytes(PART_BYTES);
      return first.length < PART_BYTES ? whole(upload, first) : inParts(upload, first, bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException("receiving " + upload.uri(), broken);
    }
  }

  private StoredObject whole(Upload upload, byte[] bytes) {
    Measured measured = new Measured();
    measure(upload, measured, bytes);
    String version =
        s3.putObject(
                put ->
                    put.bucket(upload.bucket())
                        .key(upload.key())
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(upload.kmsKey()),
                RequestBody.fromBytes(bytes))
            .versionId();
    return new StoredObject(upload.uri(), version, measured.sha256(), measured.sizeBytes());
  }

  private StoredObject inParts(Upload upload, byte[] first, InputStream rest) throws IOException {
    String id =
        s3.createMultipartUpload(
                create ->
                    create
                        .bucket(upload.bucket())
                        .key(upload.key())
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(upload.kmsKey()))
            .uploadId();
    try {
      Measured measured = new Measured();
      List<CompletedPart> parts = new ArrayList<>();
      for (byte[] part = first; part.length > 0; part = rest.readNBytes(PART_BYTES)) {
        measure(upload, measured, part);
        parts.add(part(upload, id, parts.size() + 1, part));
      }
      return complete(upload, id, parts, measured);
    } catch (IOException | RuntimeException failed) {
      abort(upload, id);
      throw failed;
    }
  }

  /** Leaves no parts behind; trouble here must not hide the trouble that led here. */
  private void abort(Upload upload, String id) {
    try {
      s3.abortMultipartUpload(
          abort -> abort.bucket(upload.bucket()).key(upload.key()).uploadId(id));
    } catch (SdkException goneOrUnreachable) {
      // A life-cycle rule of the bucket removes what is left of an upload.
    }
  }

  private CompletedPart part(Upload upload, String id, int number, byte[] bytes) {
    String etag =
        s3.uploadPart(
                part ->
                    part.bucket(upload.bucket()).key(upload.key()).uploadId(id).partNumber(number),
                RequestBody.fromBytes(bytes))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private StoredObject complete(
      Upload upload, String id, List<CompletedPart> parts, Measured measured) {
    String version =
        s3.completeMultipartUpload(
                complete ->
                    complete
                        .bucket(upload.bucket())
                        .key(upload.key())
                        .uploadId(id)
                        .multipartUpload(all -> all.parts(parts)))
            .versionId();
    return new StoredObject(upload.uri(), version, measured.sha256(), measured.sizeBytes());
  }

  private static void measure(Upload upload, Measured measured, byte[] bytes) {
    measured.add(bytes, bytes.length);
    if (measured.sizeBytes() > upload.sizeBytesMax()) {
      String limit = "at most " + upload.sizeBytesMax() + " bytes";
      throw new Refused("data/size-limit", upload.uri(), "larger", limit);
    }
  }
}
