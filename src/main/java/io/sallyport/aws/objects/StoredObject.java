package io.sallyport.aws.objects;

/**
 * An object as it was read or written: where, which version, what (SHA-256 in hex) and how much.
 */
public record StoredObject(String uri, String versionId, String sha256, long sizeBytes) {

  public ObjectVersion version() {
    return ObjectVersion.of(uri, versionId);
  }
}
