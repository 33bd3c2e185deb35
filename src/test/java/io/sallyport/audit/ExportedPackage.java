package io.sallyport.audit;

import io.sallyport.local.LocalBoundary;
import io.sallyport.models.ModelVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The evidence package of a version as a file, as an auditor takes it home. */
public final class ExportedPackage {

  private ExportedPackage() {}

  /** Writes it; the file. */
  public static Path of(LocalBoundary boundary, ModelVersion version, Path folder)
      throws IOException {
    Path file = folder.resolve(version.id() + ".zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      boundary.bean(Packages.class).export(version).write(out);
    }
    return file;
  }
}
