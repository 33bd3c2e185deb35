package io.sallyport.jobs.train;

import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.rules.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A training job's folders, as SageMaker lays them out, and the job run in them. */
public record TrainingFolder(Path root) {

  public MlFolders folders() {
    return new MlFolders(root);
  }

  public TrainingFolder data(String content) throws IOException {
    MlFolders.write(folders().trainingData(), content);
    return this;
  }

  /** Hyperparameters as name, value, name, value. */
  public TrainingFolder told(String... pairs) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) given.put(pairs[i], pairs[i + 1]);
    Json.write(folders().hyperparameters(), given);
    return this;
  }

  /** Runs the job, which must work; returns what it printed. */
  public String train() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = TrainCommand.run(folders(), new PrintStream(out, true, StandardCharsets.UTF_8));
    if (exit != 0) throw new AssertionError(failure());
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Runs the job, which must not work; returns the reason that it left. */
  public String refuse() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (TrainCommand.run(folders(), new PrintStream(out, true, StandardCharsets.UTF_8)) == 0) {
      throw new AssertionError("the training worked");
    }
    return failure();
  }

  private String failure() throws IOException {
    return Files.readString(folders().failure());
  }

  Manifest manifest() throws IOException {
    return Json.read(folders().model().resolve("manifest.json"), Manifest.class);
  }

  Schema schema() throws IOException {
    return Json.read(folders().model().resolve("schema.json"), Schema.class);
  }

  List<String> modelFiles() throws IOException {
    try (Stream<Path> files = Files.list(folders().model())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The answers of the model, as loaded from its files, to rows without label. */
  public List<String> answers(String... rows) throws IOException {
    List<Table.Row> parsed =
        Stream.of(rows).map(row -> new Table.Row(1, row, List.of(row.split(",", -1)))).toList();
    return Predictor.load(folders().model()).answer(parsed);
  }
}
