package io.sallyport.local.aws.s3;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is kept beside an object's bytes: HTTP headers, metadata, tags, encryption, lock. */
record Attributes(
    Map<String, String> headers,
    Map<String, String> metadata,
    Map<String, String> tags,
    Optional<String> encryption,
    Optional<String> kmsKeyArn,
    Optional<String> lockMode,
    Optional<Instant> retainUntil) {

  static final Attributes NONE =
      new Attributes(
          Map.of(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  Attributes lockedUntil(Optional<String> mode, Optional<Instant> until) {
    return new Attributes(headers, metadata, tags, encryption, kmsKeyArn, mode, until);
  }

  Attributes tagged(Map<String, String> other) {
    return new Attributes(headers, metadata, other, encryption, kmsKeyArn, lockMode, retainUntil);
  }
}
