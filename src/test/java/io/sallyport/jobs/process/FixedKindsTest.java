package io.sallyport.jobs.process;

import static io.sallyport.jobs.process.ProcessingTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.Json;
import io.sallyport.jobs.train.Predictor;
import io.sallyport.jobs.train.Schema;
import io.sallyport.jobs.train.TrainingFolder;
import io.sallyport.rules.Finding;
import io.sallyport.rules.technical.ProcessingPlan;
import io.sallyport.rules.technical.ProcessingReport;
import io.sallyport.rules.technical.ProcessingReport.Column;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1: a kind that the submission fixes by hand is kept to, or each misfit is named. */
class FixedKindsTest {

  @TempDir Path folder;
  private ProcessingFolder job;

  @BeforeEach
  void lay_out_the_job() {
    job = new ProcessingFolder(folder);
  }

  @Test
  void P1_numbers_fixed_as_categorical_are_categories() throws Exception {
    job.data(rows("zone,size,kind", "%2$d,%1$d,c%2$d", 60));
    ProcessingReport report = job.process(fixed(Map.of("zone", "categorical", "size", "numeric")));

    assertThat(report.findings()).isEmpty();
    assertThat(report.columns())
        .containsExactly(
            new Column("zone", "category"),
            new Column("size", "numeric"),
            new Column("kind", "label"));
  }

  @Test
  void P1_a_text_in_a_column_fixed_as_numeric_is_named_with_row_and_column() throws Exception {
    job.data(rows("size,town,kind", "%1$d,town %2$d,c%2$d", 60) + "60,7,c0\n61,,c1\n");
    assertThat(findings(Map.of("town", "numeric")))
        .containsExactly(
            "data/values-are-of-the-fixed-kind: column 'town', fixed as numeric, is 60 rows, first"
                + " line 2: 'town 0'; the limit is none; numbers such as -1.5, or nothing");
  }

  @Test
  void P1_too_many_categories_are_named_with_row_and_column() throws Exception {
    job.data(rows("size,note,kind", "%1$d,note %1$d,c%2$d", 60));
    assertThat(findings(Map.of("note", "categorical")))
        .containsExactly(
            "data/values-are-of-the-fixed-kind: column 'note', fixed as categorical, is 10 rows,"
                + " first line 52: 'note 50'; the limit is none; at most 50 distinct texts of at"
                + " most 256 characters");
  }

  @Test
  void P1_a_kind_of_no_column_and_an_unknown_kind_are_named() throws Exception {
    job.data(rows("a,kind", "%1$d,c%2$d", 60));
    assertThat(findings(Map.of("b", "ordinal")))
        .containsExactly(
            "data/column-kinds-are-known: the kind of column 'b' is 'ordinal'; the limit is numeric"
                + " or categorical",
            "data/columns-of-a-kind-exist: a column of a fixed kind is 'b'; the limit is one of the"
                + " 2 columns: 'a', 'kind'");
  }

  @Test
  void P1_the_trainer_learns_a_column_of_numbers_as_categories_when_told() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    training.data(rows("zone,size,kind", "%2$d,%1$d,c%2$d", 60));
    training.told("label", "kind", "categorical-columns", "[\"zone\"]").train();
    assertThat(schema(training).columns())
        .extracting(Schema.Column::kind, Schema.Column::categories)
        .hasToString("[(\"category\", [\"0\", \"1\"]), (\"numeric\", [])]");
  }

  @Test
  void P1_the_trainer_refuses_what_is_no_list_of_columns() throws Exception {
    TrainingFolder training = new TrainingFolder(folder);
    training.data(rows("zone,kind", "%2$d,c%2$d", 60));
    training.told("label", "kind", "categorical-columns", "zone");
    assertThat(training.refuse())
        .isEqualTo(
            "training/hyperparameters-are-in-range: the hyperparameter 'categorical-columns' is"
                + " 'zone'; the limit is a JSON list of column names");
  }

  private static Schema schema(TrainingFolder training) throws Exception {
    return Json.read(training.folders().model().resolve(Predictor.SCHEMA), Schema.class);
  }

  private List<String> findings(Map<String, String> kinds) throws Exception {
    return job.process(fixed(kinds)).findings().stream().map(Finding::toString).toList();
  }

  private static ProcessingPlan fixed(Map<String, String> kinds) {
    return new ProcessingPlan(
        "kind", "classification", ",", List.of(), kinds, ProcessingFolder.FIFTH, 1);
  }
}
