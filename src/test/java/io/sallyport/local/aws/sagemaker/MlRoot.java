package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** {@code /opt/ml} of one container, in a temporary folder; SageMaker's container contract. */
final class MlRoot implements AutoCloseable {

  private static final String OPT_ML = "/opt/ml/";
  private static final int MESSAGE_BYTES_MAX = 1024;

  private final Path folder;

  private MlRoot(Path folder) {
    this.folder = folder;
  }

  static MlRoot create() {
    try {
      MlRoot root = new MlRoot(Files.createTempDirectory("sallyport-ml").toRealPath());
      for (String part : new String[] {"input/config", "input/data", "model", "output"}) {
        Files.createDirectories(root.folder.resolve(part));
      }
      return root;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("preparing /opt/ml", unwritable);
    }
  }

  /** The place of a container path such as {@code /opt/ml/processing/input/data}. */
  Path at(String containerPath) throws JobFailure {
    try {
      if (!containerPath.startsWith(OPT_ML)) throw new IOException("not below " + OPT_ML);
      Path place = Tarball.inside(folder, containerPath.substring(OPT_ML.length()));
      return Files.createDirectories(place);
    } catch (IOException refused) {
      throw new JobFailure(
          "ClientError: LocalPath is " + containerPath + "; the limit is a path below " + OPT_ML);
    }
  }

  Path folder() {
    return folder;
  }

  void json(String path, JsonNode content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      new ObjectMapper().writeValue(file.toFile(), content);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing " + path, unwritable);
    }
  }

  /** What the container left as its message, at most 1 KiB of it. */
  Optional<String> message(String path) {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = Math.min(bytes.length, MESSAGE_BYTES_MAX);
      return Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8).strip());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** The environment of the container: nothing of ours but what a program needs to start. */
  Map<String, String> environment(ContainerImage image, Map<String, String> asked) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.putAll(image.environment());
    environment.putAll(asked);
    environment.put("SALLYPORT_ML_ROOT", folder.toString());
    return environment;
  }

  @Override
  public void close() {
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
