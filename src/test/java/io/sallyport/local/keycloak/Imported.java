package io.sallyport.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which realm files a kept Keycloak has imported: it never imports a realm a second time. */
final class Imported {

  private final Path file;
  private final String fingerprint;

  Imported(Path data, String fingerprint) {
    this.file = data.resolve("imported.sha256");
    this.fingerprint = fingerprint;
  }

  void refuseChanged() {
    try {
      if (!Files.exists(file) || Files.readString(file).equals(fingerprint)) return;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
    throw new IllegalStateException(
        "realm-config, or an address or secret in it, has changed since Keycloak imported it, and"
            + " Keycloak imports a realm only once. Run ./sallyport reset, then start again.");
  }

  void remember() {
    try {
      Files.writeString(file, fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
