package io.sallyport.local.keycloak;

import io.sallyport.custody.proof.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server's build made of {@code lib/quarkus}, and whether it is still that. A copy of the
 * folder, other options, a build that was broken off or a file of another build: each is built
 * again from the files as Maven unpacked them. L1.
 */
final class Augmentation {

  /** The server's own build command. */
  interface Build {
    void run() throws IOException, InterruptedException;
  }

  private final Path made;
  private final Path unpacked;
  private final Path marker;
  private final String options;

  /**
   * @param lib the server's {@code lib}
   * @param options all that the build depends on beside the files: version and options
   */
  Augmentation(Path lib, String options) {
    this.made = lib.resolve("quarkus");
    this.unpacked = lib.resolve("quarkus-unpacked");
    this.marker = lib.resolve("augmented");
    this.options = options;
  }

  /** Builds unless what is there is what an own build left. One process at a time may call it. */
  void unlessOwn(Build build) throws IOException, InterruptedException {
    if (isOwn()) return;
    Files.deleteIfExists(marker);
    if (Files.exists(unpacked)) replace(made, unpacked);
    else replace(unpacked, made);
    build.run();
    Files.writeString(marker, seal());
  }

  private boolean isOwn() throws IOException {
    return Files.exists(marker) && Files.readString(marker).equals(seal());
  }

  /** Place, options and every file: what differs in one of them is of another build. */
  private String seal() throws IOException {
    StringBuilder all = new StringBuilder(options).append('\n').append(made).append('\n');
    for (Path file : files(made)) {
      String sha256 = Digest.of(Files.readAllBytes(file)).hex();
      all.append(sha256).append("  ").append(file.getFileName()).append('\n');
    }
    return all.toString();
  }

  /** What is broken off is no copy: it gets its name when it is whole. */
  private static void replace(Path target, Path source) throws IOException {
    Path copy = target.resolveSibling(target.getFileName() + "-copying");
    delete(copy);
    Files.createDirectories(copy);
    for (Path file : files(source)) Files.copy(file, copy.resolve(file.getFileName()));
    delete(target);
    Files.move(copy, target);
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) Files.delete(file);
    Files.deleteIfExists(folder);
  }

  /** The server's build makes no folders in there. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) return List.of();
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
