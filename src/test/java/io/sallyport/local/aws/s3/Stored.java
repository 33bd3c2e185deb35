package io.sallyport.local.aws.s3;

import java.time.Instant;
import java.util.Optional;

/** A version of an object, or a mark that it was deleted. */
record Stored(
    String bucket,
    String key,
    String versionId,
    long sequence,
    boolean deleteMarker,
    Instant modified,
    Content content,
    Attributes attributes) {

  /** A version is {@code null} in a bucket that keeps none. */
  static final String NO_VERSION = "null";

  /** Bytes on disk, under a name of ours. */
  record Content(String blob, long size, String etag, Optional<Checksum> checksum) {
    static final Content NONE = new Content("", 0, "", Optional.empty());
  }

  /** {@code CRC32}, base64, {@code FULL_OBJECT} or {@code COMPOSITE}. */
  record Checksum(String algorithm, String value, String type) {}

  Stored with(Attributes other) {
    return new Stored(bucket, key, versionId, sequence, deleteMarker, modified, content, other);
  }

  boolean isLockedAt(Instant now) {
    return attributes.lockMode().isPresent()
        && attributes.retainUntil().filter(now::isBefore).isPresent();
  }
}
