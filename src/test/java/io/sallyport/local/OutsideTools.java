package io.sallyport.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs that we did not write (L5): AWS's command line, boto3 and securesystemslib, as {@code
 * .ci/run} puts them into {@code .sallyport/tools}, or as PATH finds them.
 */
public final class OutsideTools {

  private static final String REQUIRED = "SALLYPORT_OUTSIDE_CLIENTS_REQUIRED";
  private static final Path SCRIPTS = Path.of("src/test/resources/outside").toAbsolutePath();
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(3);

  private final Path folder;
  private final Map<String, String> environment;

  private OutsideTools(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** What a program said, standard error after standard output. */
  public record Said(int exitCode, String text) {

    public List<String> lines() {
      return text.lines().toList();
    }
  }

  /** Leaves the test out where the programs are not here, unless the environment requires them. */
  public static void expectThem() {
    boolean required = Boolean.parseBoolean(System.getenv(REQUIRED));
    boolean present = bin().isPresent();
    if (required && !present) throw new AssertionError(REQUIRED + ", and they are not here");
    assumeTrue(present, "no AWS command line with boto3 and securesystemslib on this machine");
  }

  /** The programs, at work in {@code folder}; a test without them is left out. */
  public static OutsideTools in(Path folder) {
    expectThem();
    return new OutsideTools(folder, Map.of());
  }

  /** The file of a Python package beside these programs. */
  public static Optional<Path> packaged(String file) {
    return bin().map(Path::getParent).flatMap(home -> inPackages(home, file));
  }

  private static Optional<Path> inPackages(Path home, String file) {
    try (Stream<Path> versions = Files.list(home.resolve("lib"))) {
      return versions
          .map(version -> version.resolve("site-packages").resolve(file))
          .filter(Files::isRegularFile)
          .findFirst();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** The same programs with these variables beside PATH; no other variable reaches them. */
  public OutsideTools with(Map<String, String> variables) {
    return new OutsideTools(folder, variables);
  }

  /** Runs a script of {@code src/test/resources/outside}. */
  public Said script(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(name.endsWith(".py") ? "python" : "/bin/sh");
    command.add(SCRIPTS.resolve(name).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs one command of AWS's command line; its answer is JSON. */
  public Said aws(String... arguments) {
    List<String> command = new ArrayList<>(List.of("aws"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Said run(List<String> command) {
    Path bin = bin().orElseThrow();
    List<String> found = new ArrayList<>(command);
    if (!command.get(0).startsWith("/")) found.set(0, bin.resolve(command.get(0)).toString());
    ProcessBuilder builder = new ProcessBuilder(found).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    try {
      return ended(builder.redirectErrorStream(true).start());
    } catch (IOException broken) {
      throw new UncheckedIOException("running " + command, broken);
    }
  }

  private static Said ended(Process process) throws IOException {
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("not ended within " + ENDS_WITHIN + ": " + text);
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return new Said(process.exitValue(), text);
  }

  private static Optional<Path> bin() {
    return Stream.concat(
            Stream.of(".sallyport/tools/bin"),
            Stream.of(System.getenv("PATH").split(File.pathSeparator)))
        .map(folder -> Path.of(folder).toAbsolutePath())
        .filter(folder -> Files.isExecutable(folder.resolve("aws")))
        .filter(folder -> Files.isExecutable(folder.resolve("python")))
        .filter(OutsideTools::hasAllPackages)
        .findFirst();
  }

  /** A command line alone, as some machines have it, is not enough. */
  private static boolean hasAllPackages(Path bin) {
    return Stream.of("boto3", "botocore", "securesystemslib")
        .allMatch(one -> inPackages(bin.getParent(), one + "/__init__.py").isPresent());
  }
}
