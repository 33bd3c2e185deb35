package io.sallyport.jobs.train;

import io.sallyport.jobs.Findings;
import io.sallyport.jobs.Json;
import io.sallyport.jobs.Sha256;
import io.sallyport.rules.Refused;
import io.sallyport.rules.table.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/** A trained model that answers rows of text, each with one line of JSON. */
public final class Predictor {

  static final String MODEL = "model.pb";
  public static final String SCHEMA = "schema.json";
  static final String MANIFEST = "manifest.json";

  private final Encoder encoder;
  private final Function<double[], String> answer;

  private Predictor(Schema schema, Function<double[], String> answer) {
    this.encoder = new Encoder(schema.columns(), schema.scales());
    this.answer = answer;
  }

  /** Loads the model of this folder; refuses one whose files are not those of its manifest. */
  public static Predictor load(Path folder) throws IOException {
    Manifest manifest = Json.read(folder.resolve(MANIFEST), Manifest.class);
    refuseUnlessSame(folder.resolve(MODEL), manifest.modelSha256());
    refuseUnlessSame(folder.resolve(SCHEMA), manifest.schemaSha256());
    Schema schema = Json.read(folder.resolve(SCHEMA), Schema.class);
    return of(schema, Model.deserializeFromFile(folder.resolve(MODEL)));
  }

  private static void refuseUnlessSame(Path file, String sha256) throws IOException {
    String found = Sha256.hex(file);
    if (found.equals(sha256)) return;
    throw new Refused("serving/files-are-the-manifests", file.getFileName(), found, sha256);
  }

  static Predictor of(Schema schema, Model<?> model) throws IOException {
    String[] names = schema.features().toArray(String[]::new);
    if (!schema.classification()) {
      Model<Regressor> regression = model.castModel(Regressor.class);
      return new Predictor(schema, row -> value(regression, schema, names, row));
    }
    Model<Label> classification = model.castModel(Label.class);
    List<String> quoted = new ArrayList<>();
    for (String each : schema.classes()) quoted.add(Json.line(each));
    return new Predictor(
        schema,
        row -> label(classification.predict(example(names, row)), schema.classes(), quoted));
  }

  private static ArrayExample<Label> example(String[] names, double[] row) {
    return new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, row);
  }

  private static String label(
      Prediction<Label> predicted, List<String> classes, List<String> quoted) {
    Map<String, Label> scores = predicted.getOutputScores();
    String label = quoted.get(classes.indexOf(predicted.getOutput().getLabel()));
    StringBuilder line = new StringBuilder("{\"label\":").append(label).append(",\"scores\":{");
    for (int i = 0; i < classes.size(); i++) {
      Label score = scores.get(classes.get(i));
      line.append(i == 0 ? "" : ",").append(quoted.get(i)).append(':');
      line.append(plain(score == null ? 0 : score.getScore()));
    }
    return line.append("}}").toString();
  }

  private static String value(Model<Regressor> model, Schema schema, String[] names, double[] row) {
    ArrayExample<Regressor> example =
        new ArrayExample<>(RegressionFactory.UNKNOWN_REGRESSOR, names, row);
    double predicted = model.predict(example).getOutput().getValues()[0];
    double value = schema.target().map(scale -> scale.back(predicted)).orElse(predicted);
    return "{\"value\":" + plain(value) + "}";
  }

  /** Every digit that a double needs, and no exponent. */
  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).toPlainString();
  }

  /** Answers all rows, or none: every value that cannot be read is told at once. */
  public List<String> answer(List<Table.Row> rows) {
    Findings findings = new Findings();
    List<double[]> read = new ArrayList<>();
    for (Table.Row row : rows) {
      read.add(encoder.read(row.values(), "line " + row.line(), findings));
    }
    if (!findings.isEmpty()) throw new Refused(findings.all());
    return answerRead(read);
  }

  /** Answers rows that an encoder of the same schema has read. */
  List<String> answerRead(List<double[]> read) {
    return read.stream().map(encoder::encode).map(answer).toList();
  }
}
