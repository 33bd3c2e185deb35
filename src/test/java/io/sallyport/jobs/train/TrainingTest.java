package io.sallyport.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.jobs.SatelliteModel;
import io.sallyport.rules.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class TrainingTest {

  @TempDir Path folder;
  private TrainingFolder job;

  @BeforeEach
  void lay_out_the_job() {
    job = new TrainingFolder(folder);
  }

  @Test
  void L3_the_satellite_forest_is_as_right_as_measured() throws Exception {
    SatelliteModel satellite =
        SatelliteModel.trained(folder, "label", "land_cover", "trees", "50", "seed", "1");
    List<String> answers =
        satellite.training().answers(satellite.features().lines().toArray(String[]::new));

    assertThat(satellite.accuracy(answers)).isEqualTo(0.899, offset(0.006));
    assertThat(satellite.training().manifest().hyperparameters())
        .containsEntry("min-child-weight", "80.0")
        .containsEntry("trainer", "random-forest");
    assertThat(satellite.training().modelFiles())
        .containsExactly("manifest.json", "model.pb", "schema.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"random-forest", "forest-without-bootstrap", "adaboost", "linear"})
  void L3_each_trainer_learns_classes_and_again_the_same(String trainer) throws Exception {
    job.data(classes(400)).told("label", "kind", "trainer", trainer, "trees", "10", "seed", "7");
    String printed = job.train();
    Manifest first = job.manifest();
    List<String> answers = job.answers("5,north", "95,south", ",", "50,unheard of");
    job.train();

    assertThat(printed).contains("progress: 0.10\n").endsWith("progress: 1.00\n");
    assertThat(job.manifest().predictionsSha256()).isEqualTo(first.predictionsSha256());
    assertThat(job.answers("5,north", "95,south", ",", "50,unheard of")).isEqualTo(answers);
    assertThat(answers.get(0)).startsWith("{\"label\":\"low\",\"scores\":{\"high\":");
    assertThat(answers.get(1)).startsWith("{\"label\":\"high\",\"scores\":{\"high\":");
    for (String answer : answers) assertThat(scoreSum(answer)).isEqualTo(1, offset(1e-6));
  }

  private static double scoreSum(String answer) throws Exception {
    JsonNode scores = new ObjectMapper().readTree(answer).get("scores");
    return scores.get("high").asDouble() + scores.get("low").asDouble();
  }

  @ParameterizedTest
  @ValueSource(strings = {"random-forest", "forest-without-bootstrap", "linear"})
  void L3_each_trainer_learns_a_regression_and_again_the_same(String trainer) throws Exception {
    StringBuilder data = new StringBuilder("a,b,y\n");
    for (int i = 0; i < 400; i++) {
      data.append(i + "," + i * 7 % 13 + "," + (1000 + 3 * i + i * 7 % 13) + "\n");
    }
    job.data(data.toString())
        .told("label", "y", "task", "regression", "trainer", trainer, "min-child-weight", "4");
    job.train();
    Manifest first = job.manifest();
    job.train();

    assertThat(job.manifest().predictionsSha256()).isEqualTo(first.predictionsSha256());
    double value = new ObjectMapper().readTree(job.answers("200,9").get(0)).get("value").asDouble();
    assertThat(value).isEqualTo(1609, offset(60.0));
  }

  @Test
  void L3_a_seed_of_its_own_gives_another_forest() throws Exception {
    job.data(classes(400)).told("label", "kind", "trees", "5", "seed", "1").train();
    String first = job.manifest().predictionsSha256();
    job.told("label", "kind", "trees", "5", "seed", "2").train();

    assertThat(job.manifest().predictionsSha256()).isNotEqualTo(first);
  }

  @Test
  void L3_the_schema_says_how_each_column_is_read() throws Exception {
    job.data("a,town,none,a?,kind\n1,x,,1,u\n3,,,2,v\n,z,NA,3,u\n8,x,,5,v\n")
        .told("label", "kind", "trainer", "linear", "epochs", "2")
        .train();
    Schema schema = job.schema();

    assertThat(schema.columns())
        .containsExactly(
            new Schema.Column("a", "numeric", 3, true, List.of()),
            new Schema.Column("town", "category", 0, false, List.of("x", "z")),
            Schema.Column.ignored("none"),
            new Schema.Column("a?", "numeric", 2.5, false, List.of()));
    assertThat(schema.features()).containsExactly("a", "a?", "town=x", "town=z", "a?#2");
    assertThat(schema.scales().get(0)).isEqualTo(new Schema.Scale(3.75, Math.sqrt(6.6875)));
    assertThat(schema.classes()).containsExactly("u", "v");
  }

  @Test
  void L3_a_model_whose_files_were_changed_is_not_loaded() throws Exception {
    job.data(classes(60)).told("label", "kind", "trees", "2").train();
    Path schema = job.folders().model().resolve("schema.json");
    Files.writeString(schema, Files.readString(schema).replace("low", "LOW"));

    assertThatThrownBy(() -> job.answers("1,north"))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("serving/files-are-the-manifests: schema.json is ");
  }

  @Test
  void A3_unknown_and_impossible_hyperparameters_are_refused_at_once() throws Exception {
    job.data(classes(10))
        .told(
            "trainer",
            "adaboost",
            "task",
            "regression",
            "tree",
            "5",
            "trees",
            "0",
            "seed",
            "x",
            "fraction-features",
            "2");

    assertThat(job.refuse())
        .isEqualTo(
            """
            training/hyperparameters-are-known: the hyperparameter 'tree' is unknown; the limit is \
            label, task, trainer, categorical-columns, trees, min-child-weight, fraction-features, \
            max-depth, epochs, seed
            training/hyperparameters-are-in-range: the hyperparameter 'task' is 'regression'; the \
            limit is classification
            training/hyperparameters-are-in-range: the hyperparameter 'label' is not given; the \
            limit is the name of a column
            training/hyperparameters-are-in-range: the hyperparameter 'trees' is '0'; the limit is \
            a whole number from 1 to 1000
            training/hyperparameters-are-in-range: the hyperparameter 'fraction-features' is '2'; \
            the limit is a number from 0.000001 to 1
            training/hyperparameters-are-in-range: the hyperparameter 'seed' is 'x'; the limit is a \
            whole number of 64 bits""");
    assertThat(job.folders().model()).doesNotExist();
  }

  @Test
  void A3_data_that_cannot_be_learnt_from_is_refused() throws Exception {
    job.data("a,kind\n1,x\n2,x\n").told("label", "kind");
    assertThat(job.refuse())
        .isEqualTo(
            "training/there-are-two-classes: the label is [x]; the limit is 2 classes or more");
    job.told("label", "class");
    assertThat(job.refuse())
        .isEqualTo("training/the-label-is-a-column: the label is 'class'; the limit is a column");
    job.told("label", "kind", "task", "regression");
    assertThat(job.refuse())
        .isEqualTo(
            "training/the-label-is-a-number: line 2 of train.csv is 'x'; the limit is a number");
  }

  @Test
  void A3_two_thousand_columns_are_learnt() throws Exception {
    StringBuilder data = new StringBuilder();
    for (int column = 0; column < 2000; column++) data.append("c").append(column).append(',');
    data.append("kind\n");
    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 2000; column++)
        data.append(row * (column + 1) % 97).append(',');
      data.append(row < 50 ? "first\n" : "second\n");
    }
    job.data(data.toString()).told("label", "kind", "trees", "4", "min-child-weight", "2").train();

    assertThat(job.manifest().features()).isEqualTo(2000);
    assertThat(job.manifest().versions()).isEqualTo(Map.of("tribuo", "4.3.2", "java", java()));
  }

  private static String java() {
    return Runtime.version().toString();
  }

  /** A number with missing values and a town with a missing name; low up to half, then high. */
  public static String classes(int rows) {
    StringBuilder data = new StringBuilder("size,town,kind\n");
    for (int i = 0; i < rows; i++) {
      String size = i % 11 == 0 ? "" : Double.toString(100.0 * i / rows);
      String town = i % 7 == 0 ? "NA" : i < rows / 2 ? "north" : "south";
      data.append(size + "," + town + "," + (i < rows / 2 ? "low" : "high") + "\n");
    }
    return data.toString();
  }
}
