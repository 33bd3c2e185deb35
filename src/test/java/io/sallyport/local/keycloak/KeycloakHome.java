package io.sallyport.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that Keycloak takes for its own: the server that Maven unpacked (linked, and augmented
 * once), with data of its own. It starts the server without a shell.
 */
final class KeycloakHome {

  /** Options that are fixed when the server is augmented; a change augments it again. */
  private static final List<String> BUILD =
      List.of("build", "--db=dev-file", "--health-enabled=true", "--https-client-auth=request");

  /** Most of its work here is to start: the second compiler would double that. */
  private static final List<String> JVM =
      List.of(
          "-Xms128m",
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "-Dquarkus-log-max-startup-records=10000",
          "-Dpicocli.disable.closures=true");

  private static final long BUILD_SECONDS_MAX = 300;

  /** The look of the sign-in pages is ours: the server's own folder is empty. */
  private static final Path THEMES = Path.of("realm-config", "themes");

  private final Path server;
  private final Path home;

  private KeycloakHome(Path server, Path home) {
    this.server = server;
    this.home = home;
  }

  /** The home under {@code folder}, ready to start: made and augmented where it is not yet. */
  static KeycloakHome prepared(Path unpacked, Path folder) {
    try {
      KeycloakHome home = new KeycloakHome(onlyServerIn(unpacked), folder.toAbsolutePath());
      home.link();
      home.augmentOnce();
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("preparing Keycloak in " + folder, e);
    }
  }

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("keycloak.log");
  }

  /** Starts the server with these arguments. It ends with this JVM, however that ends. */
  Process start(Map<String, String> environment, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.add("-Dkc.home.dir=" + home);
    command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
    command.add("-cp");
    command.add("lib/quarkus-run.jar" + File.pathSeparator + watch());
    command.add(KeycloakChild.class.getName());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log().toFile());
    return builder.start();
  }

  /** The end of the log, for a message about a failure. */
  String endOfLog() {
    try (Stream<String> lines = Files.lines(log())) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private static Path onlyServerIn(Path unpacked) throws IOException {
    if (!Files.isDirectory(unpacked)) throw notUnpacked(unpacked);
    try (Stream<Path> entries = Files.list(unpacked)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("lib/quarkus-run.jar")))
          .max(Comparator.naturalOrder())
          .orElseThrow(() -> notUnpacked(unpacked))
          .toAbsolutePath();
    }
  }

  private static IllegalStateException notUnpacked(Path unpacked) {
    return new IllegalStateException(
        "No Keycloak server lies in "
            + unpacked.toAbsolutePath()
            + ". Maven unpacks it there: run ./mvnw generate-test-resources");
  }

  private void link() throws IOException {
    Files.createDirectories(data());
    for (String part : List.of("lib", "conf", "providers")) {
      link(server.resolve(part), home.resolve(part));
    }
    link(THEMES.toAbsolutePath(), home.resolve("themes"));
  }

  /** A link into another copy of this folder, or to where nothing is any more, is made anew. */
  private static void link(Path from, Path to) throws IOException {
    if (Files.isSymbolicLink(to) && !Files.readSymbolicLink(to).equals(from)) Files.delete(to);
    if (!Files.exists(to)) linkOrCopy(from, to);
  }

  private static void linkOrCopy(Path from, Path to) throws IOException {
    try {
      Files.createSymbolicLink(to, from);
    } catch (IOException | UnsupportedOperationException noLinksHere) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  /** Several JVMs may start at once: one augments, the others wait for it. */
  private void augmentOnce() throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                server.resolve("augment.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      String options = server.getFileName() + " " + String.join(" ", BUILD);
      new Augmentation(home.resolve("lib").toRealPath(), options).unlessOwn(this::augment);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while augmenting Keycloak", e);
    }
  }

  private void augment() throws IOException, InterruptedException {
    Process build = start(Collections.emptyMap(), BUILD);
    if (build.waitFor(BUILD_SECONDS_MAX, TimeUnit.SECONDS) && build.exitValue() == 0) return;
    build.destroyForcibly();
    throw new IllegalStateException(
        "Keycloak could not be augmented. If it happens again, delete .sallyport/keycloak-dist and"
            + " .sallyport/markers: Maven unpacks it anew.\n"
            + endOfLog());
  }

  private Path watch() throws IOException {
    String name = KeycloakChild.class.getName().replace('.', '/') + ".class";
    Path target = home.resolve("watch").resolve(name);
    Files.createDirectories(target.getParent());
    try (InputStream bytes = KeycloakChild.class.getResourceAsStream("/" + name)) {
      Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return home.resolve("watch");
  }
}
