package io.sallyport.local.aws.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A bucket and its settings; encryption and lock as AWS's own documents. */
record Bucket(
    String name,
    Instant created,
    boolean lockEnabled,
    Optional<String> versioning,
    Optional<String> policy,
    Optional<JsonNode> encryption,
    Optional<JsonNode> lock) {

  /** The journal reads what is absent as JSON's null. */
  Bucket {
    encryption = encryption.filter(document -> !document.isNull());
    lock = lock.filter(document -> !document.isNull());
  }

  boolean isVersioned() {
    return versioning.equals(Optional.of("Enabled"));
  }

  Bucket withVersioning(String status) {
    return new Bucket(name, created, lockEnabled, Optional.of(status), policy, encryption, lock);
  }

  Bucket withPolicy(Optional<String> other) {
    return new Bucket(name, created, lockEnabled, versioning, other, encryption, lock);
  }

  Bucket withEncryption(Optional<JsonNode> other) {
    return new Bucket(name, created, lockEnabled, versioning, policy, other, lock);
  }

  Bucket withLock(JsonNode other) {
    return new Bucket(name, created, true, versioning, policy, encryption, Optional.of(other));
  }
}
