package io.sallyport.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where SageMaker's container contract puts files: everything below {@code /opt/ml}, or below the
 * folder that {@code SALLYPORT_ML_ROOT} names.
 */
public record MlFolders(Path root) {

  public static final String ROOT = "SALLYPORT_ML_ROOT";

  public static MlFolders of(Map<String, String> environment) {
    return new MlFolders(Path.of(environment.getOrDefault(ROOT, "/opt/ml")));
  }

  public Path processing() {
    return root.resolve("processing");
  }

  public Path processingInput(String name) {
    return processing().resolve("input").resolve(name);
  }

  /** The folder of one output of a processing job, made if it is not there. */
  public Path processingOutput(String name) throws IOException {
    return Files.createDirectories(processing().resolve("output").resolve(name));
  }

  /** The one file of a processing input, whatever it is called; empty without the input. */
  public Optional<Path> fileOf(String input) throws IOException {
    Path folder = processingInput(input);
    if (!Files.isDirectory(folder)) return Optional.empty();
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = entries.filter(Files::isRegularFile).limit(2).toList();
      if (files.size() > 1) throw new IOException("input " + input + " holds more than one file");
      return files.stream().findFirst();
    }
  }

  public Path hyperparameters() {
    return root.resolve("input/config/hyperparameters.json");
  }

  public Path trainingData() {
    return root.resolve("input/data/train/train.csv");
  }

  public Path model() {
    return root.resolve("model");
  }

  /** Becomes the training job's FailureReason: its first 1,024 characters. */
  public Path failure() {
    return root.resolve("output/failure");
  }

  /** Becomes the processing job's ExitMessage: its first kilobyte. */
  public Path message() {
    return root.resolve("output/message");
  }

  public static void write(Path file, String text) throws IOException {
    Path folder = file.getParent();
    if (folder != null) Files.createDirectories(folder);
    Files.writeString(file, text);
  }
}
