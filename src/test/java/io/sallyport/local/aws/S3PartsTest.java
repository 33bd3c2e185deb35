package io.sallyport.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Large objects: streamed, put together from parts, copied version by version. */
class S3PartsTest {

  private static final String BUCKET = "sallyport-artifacts";

  private final LocalAws aws = LocalAws.start(LocalAws.Options.inMemory());
  private final Clients clients = Clients.root(aws);
  private final S3Client s3 = clients.s3();

  S3PartsTest() {
    s3.createBucket(bucket -> bucket.bucket(BUCKET).objectLockEnabledForBucket(true));
  }

  @AfterEach
  void close() {
    clients.close();
    aws.close();
  }

  @Test
  void a_large_body_is_streamed() throws IOException {
    long size = 200L << 20;
    s3.putObject(
        o -> o.bucket(BUCKET).key("model.tar.gz"),
        RequestBody.fromContentProvider(() -> new Zeros(size), size, "application/gzip"));
    try (InputStream in = s3.getObject(o -> o.bucket(BUCKET).key("model.tar.gz"))) {
      assertThat(in.skip(size - 1)).isPositive();
    }
    assertThat(s3.headObject(o -> o.bucket(BUCKET).key("model.tar.gz")).contentLength())
        .isEqualTo(size);
  }

  @Test
  void an_exact_version_is_copied_by_parts_and_only_once() {
    String version = put("0123456789");
    put("another");
    copyByParts(version);
    assertThat(s3.getObjectAsBytes(o -> o.bucket(BUCKET).key("sha256/copy")).asUtf8String())
        .isEqualTo("0123456789");
    assertThatThrownBy(() -> copyByParts(version))
        .isInstanceOfSatisfying(
            S3Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(412));
  }

  @Test
  void parts_make_the_whole_in_their_order() {
    String upload = s3.createMultipartUpload(o -> o.bucket(BUCKET).key("big")).uploadId();
    byte[] five = new byte[5 << 20];
    five[0] = 7;
    String first = part(upload, 1, RequestBody.fromBytes(five));
    String second = part(upload, 2, RequestBody.fromString("end"));
    s3.completeMultipartUpload(
        o ->
            o.bucket(BUCKET)
                .key("big")
                .uploadId(upload)
                .multipartUpload(
                    parts ->
                        parts.parts(
                            CompletedPart.builder().partNumber(1).eTag(first).build(),
                            CompletedPart.builder().partNumber(2).eTag(second).build())));
    var head = s3.headObject(o -> o.bucket(BUCKET).key("big"));
    assertThat(head.contentLength()).isEqualTo((5 << 20) + 3);
    assertThat(head.eTag()).endsWith("-2\"");
    assertThat(
            s3.getObjectAsBytes(o -> o.bucket(BUCKET).key("big").range("bytes=-3")).asUtf8String())
        .isEqualTo("end");
  }

  private String put(String text) {
    return s3.putObject(o -> o.bucket(BUCKET).key("upload.csv"), RequestBody.fromString(text))
        .versionId();
  }

  private void copyByParts(String version) {
    String upload = s3.createMultipartUpload(o -> o.bucket(BUCKET).key("sha256/copy")).uploadId();
    String etag =
        s3.uploadPartCopy(
                o ->
                    o.sourceBucket(BUCKET)
                        .sourceKey("upload.csv")
                        .sourceVersionId(version)
                        .destinationBucket(BUCKET)
                        .destinationKey("sha256/copy")
                        .uploadId(upload)
                        .partNumber(1)
                        .copySourceRange("bytes=0-9"))
            .copyPartResult()
            .eTag();
    assertThat(s3.listParts(o -> o.bucket(BUCKET).key("sha256/copy").uploadId(upload)).parts())
        .hasSize(1);
    s3.completeMultipartUpload(
        o ->
            o.bucket(BUCKET)
                .key("sha256/copy")
                .uploadId(upload)
                .ifNoneMatch("*")
                .multipartUpload(
                    parts ->
                        parts.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
  }

  private String part(String upload, int number, RequestBody body) {
    return s3.uploadPart(o -> o.bucket(BUCKET).key("big").uploadId(upload).partNumber(number), body)
        .eTag();
  }

  /** So many zero bytes. */
  private static final class Zeros extends InputStream {
    private long left;

    private Zeros(long size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      Arrays.fill(bytes, offset, offset + count, (byte) 0);
      left -= count;
      return count;
    }
  }
}
