package io.sallyport.jobs.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.Progress;
import io.sallyport.jobs.Sha256;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.Tribuo;

/**
 * The reference trainer (L3, P2): reads the training part, writes {@code model.pb}, {@code
 * schema.json} and {@code manifest.json}, and nothing else.
 */
final class Training {

  private static final int ROWS_HASHED = 1000;

  private final MlFolders folders;
  private final Progress progress;

  Training(MlFolders folders, Progress progress) {
    this.folders = folders;
    this.progress = progress;
  }

  Manifest run() throws IOException {
    Hyperparameters wanted = Hyperparameters.of(given());
    progress.at(0);
    TrainingRows rows = TrainingRows.read(folders.trainingData(), wanted);
    Schema schema = schema(rows, wanted);
    progress.say(
        rows.rows().size()
            + " rows, "
            + schema.features().size()
            + " features, "
            + wanted.trainer());
    progress.at(0.1);
    Model<?> model = new Learning(wanted, schema, progress).train(rows);
    progress.at(0.9);
    Manifest manifest = write(model, schema, wanted, rows);
    progress.at(1);
    return manifest;
  }

  private Map<String, String> given() throws IOException {
    Map<String, String> given = new TreeMap<>();
    JsonNode json = Json.read(folders.hyperparameters(), JsonNode.class);
    json.properties().forEach(each -> given.put(each.getKey(), each.getValue().asText()));
    return given;
  }

  private static Schema schema(TrainingRows rows, Hyperparameters wanted) {
    Schema schema = rows.schema(wanted.linear());
    Findings findings = new Findings();
    if (schema.features().isEmpty()) {
      findings.add(
          "training/there-is-something-to-learn-from", "train.csv", "no usable column", "1 column");
    }
    if (schema.classification() && schema.classes().size() < 2) {
      findings.add(
          "training/there-are-two-classes", "the label", schema.classes(), "2 classes or more");
    }
    if (!findings.isEmpty()) throw new Refused(findings.all());
    return schema;
  }

  private Manifest write(Model<?> model, Schema schema, Hyperparameters wanted, TrainingRows rows)
      throws IOException {
    Path folder = Files.createDirectories(folders.model());
    model.serializeToFile(folder.resolve(Predictor.MODEL));
    Json.write(folder.resolve(Predictor.SCHEMA), schema);
    List<double[]> hashed = rows.rows().subList(0, Math.min(ROWS_HASHED, rows.rows().size()));
    List<String> answers = Predictor.of(schema, model).answerRead(hashed);
    Manifest manifest =
        new Manifest(
            Manifest.VERSION,
            wanted.trainer(),
            wanted.task(),
            wanted.label(),
            wanted.inForce(rows.rows().size()),
            wanted.seed(),
            Sha256.hex(folders.trainingData()),
            rows.rows().size(),
            schema.features().size(),
            schema.classes(),
            Map.of("tribuo", Tribuo.VERSION, "java", Runtime.version().toString()),
            Sha256.hex(folder.resolve(Predictor.MODEL)),
            Sha256.hex(folder.resolve(Predictor.SCHEMA)),
            Sha256.hex(String.join("\n", answers)));
    Json.write(folder.resolve(Predictor.MANIFEST), manifest);
    return manifest;
  }
}
