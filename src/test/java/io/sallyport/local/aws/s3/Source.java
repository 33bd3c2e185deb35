package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Permission;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is copied: {@code bucket/key?versionId=…}, percent-encoded. */
record Source(String bucket, String key, Optional<String> versionId) {

  static Source of(String header) {
    String[] parts = header.split("\\?versionId=", 2);
    String path = URLDecoder.decode(parts[0].replace("+", "%2B"), StandardCharsets.UTF_8);
    String[] words = path.replaceFirst("^/", "").split("/", 2);
    if (words.length != 2) {
      throw Errors.invalid("Copy Source must mention the source bucket and key: " + header);
    }
    return new Source(
        words[0], words[1], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
  }

  Permission permission() {
    String action = versionId.isPresent() ? "s3:GetObjectVersion" : "s3:GetObject";
    return new Permission(action, Arn.s3(bucket + "/" + key));
  }

  Stored find(Store store) {
    store.bucket(bucket);
    Optional<Stored> found =
        versionId.isPresent()
            ? store.version(bucket, key, versionId.get())
            : store.current(bucket, key);
    return found
        .filter(version -> !version.deleteMarker())
        .orElseThrow(() -> versionId.isPresent() ? Errors.noSuchVersion() : Errors.noSuchKey());
  }
}
