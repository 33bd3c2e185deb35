package io.sallyport.jobs.scan;

import io.sallyport.rules.security.ArtifactScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scans bytes by way of a file, as the job does. */
final class Scans {

  private Scans() {}

  static ArtifactScan of(byte[] artifact) {
    try {
      Path file = Files.createTempFile("model", ".tar.gz");
      try {
        return ArtifactScanner.scan(Files.write(file, artifact));
      } finally {
        Files.delete(file);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
