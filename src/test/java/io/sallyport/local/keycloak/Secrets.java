package io.sallyport.local.keycloak;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Secrets of the local boundary: generated once, kept in a file that only its owner reads. */
final class Secrets {

  private static final int BYTES = 32;

  private final Path file;
  private final SecureRandom random;
  private final Properties known = new Properties();

  Secrets(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
    if (Files.exists(file)) load();
  }

  /** The secret of this name, made on first use. */
  synchronized String of(String name) {
    String secret = known.getProperty(name);
    if (secret != null) return secret;
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    known.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    store();
    return known.getProperty(name);
  }

  private void load() {
    try (Reader reader = Files.newBufferedReader(file)) {
      known.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  private void store() {
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) Files.createFile(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        known.store(writer, "Generated for the local boundary of this folder only");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }
}
