package io.sallyport.jobs;

import io.sallyport.jobs.process.ProcessingFolder;
import io.sallyport.jobs.train.TrainingFolder;
import io.sallyport.rules.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The satellite sample, split and learnt by the reference trainer, as the README walks it. */
public record SatelliteModel(ProcessingFolder processing, TrainingFolder training) {

  public static SatelliteModel trained(Path root, String... hyperparameters) throws IOException {
    ProcessingFolder processing = new ProcessingFolder(root.resolve("process"));
    processing
        .data(Files.readAllBytes(Path.of("samples/satellite.csv")))
        .process(ProcessingFolder.classes("land_cover"));
    TrainingFolder training = new TrainingFolder(root.resolve("train"));
    training.data(processing.output("train/train.csv")).told(hyperparameters).train();
    return new SatelliteModel(processing, training);
  }

  /** Share of the held-out rows whose label is answered. */
  public double accuracy(List<String> answers) throws IOException {
    Path holdout = processing.root().resolve("processing/output/holdout/holdout.csv");
    List<Table.Row> rows = Table.all(holdout);
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      String label = rows.get(i).values().get(36);
      if (answers.get(i).startsWith("{\"label\":\"" + label + "\",")) right++;
    }
    return (double) right / rows.size();
  }

  public String features() throws IOException {
    return processing.output("features/features.csv");
  }
}
