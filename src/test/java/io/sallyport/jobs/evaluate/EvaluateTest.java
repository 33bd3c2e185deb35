package io.sallyport.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.MetricResult;
import io.sallyport.rules.technical.RequestedMetric;
import io.sallyport.rules.technical.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {

  private static final String TRAIN =
      """
      size,region,kind
      1,north,a
      2,north,b
      30,south,a
      40,south,b
      """;

  @TempDir private Path root;
  private EvaluationFolder folder;

  @BeforeEach
  void lay() throws Exception {
    folder = EvaluationFolder.in(root).train(TRAIN);
  }

  @Test
  void F08_one_leaked_row_is_found_in_whatever_spelling() throws Exception {
    folder.holdout("size,region,kind\n1.0,north,b\n7,north,a\n").predictions(2, row -> label("a"));

    assertThat(folder.evaluate(classes("accuracy")).overlap().exactDuplicates()).isEqualTo(1);
  }

  @Test
  void F08_a_group_on_both_sides_is_counted() throws Exception {
    folder.holdout("size,region,kind\n5,north,a\n6,west,a\n").predictions(2, row -> label("a"));

    assertThat(folder.evaluate(grouped("region")).overlap().groupsInBoth()).contains(1L);
    assertThat(folder.evaluate(grouped("scene")).overlap().groupsInBoth()).isEmpty();
  }

  @Test
  void F08_a_slice_is_measured_on_its_own_rows() throws Exception {
    folder
        .holdout("size,region,kind\n5,north,a\n6,west,a\n7,west,b\n8,west,b\n")
        .predictions(4, row -> label(row == 0 ? "b" : "a"));
    Slice west = new Slice("region", "west");
    Slice none = new Slice("scene", "7");
    Evaluation evaluation = folder.evaluate(sliced("recall:a", west, none));

    assertThat(evaluation.slices())
        .containsExactly(new Evaluation.SliceRows(west, 3), new Evaluation.SliceRows(none, 0));
    assertThat(evaluation.metrics())
        .containsExactly(
            new MetricResult(
                "recall:a", Optional.of(west), "1.000000", "0.130977", "1.000000", 1, "at least"));
  }

  @Test
  void F08_metrics_without_scores_or_of_an_unknown_name_are_not_measured() throws Exception {
    folder.holdout("size,region,kind\n5,north,a\n6,west,b\n").predictions(2, row -> label("a"));
    EvaluationPlan plan = classes("auroc", "log-loss", "f1:c", "f1", "r2", "accuracies");

    assertThat(folder.evaluate(plan).metrics()).isEmpty();
  }

  @Test
  void F08_a_class_that_no_set_knows_is_wrong() throws Exception {
    folder.holdout("size,region,kind\n5,north,a\n6,west,b\n").predictions(2, row -> label("z"));
    Evaluation evaluation = folder.evaluate(classes("accuracy"));

    assertThat(evaluation.metrics().get(0).measured()).isEqualTo("0.000000");
    assertThat(evaluation.confusion())
        .isEqualTo(
            new Evaluation.Confusion(
                List.of("a", "b", "(a class of no set)"),
                List.of(List.of(0L, 0L, 1L), List.of(0L, 0L, 1L), List.of(0L, 0L, 0L))));
  }

  @Test
  void F08_a_class_of_the_training_set_alone_has_no_held_out_rows() throws Exception {
    folder.holdout("size,region,kind\n5,north,a\n").predictions(1, row -> label("a"));

    assertThat(folder.evaluate(classes("accuracy")).classes()).isEqualTo(Map.of("a", 1L, "b", 0L));
  }

  @Test
  void F08_a_faultless_set_does_not_prove_perfection() throws Exception {
    String rows =
        IntStream.range(0, 300)
            .mapToObj(i -> 100 + i + ",west," + (i % 2 == 0 ? "a" : "b"))
            .collect(Collectors.joining("\n"));
    folder
        .holdout("size,region,kind\n" + rows + "\n")
        .predictions(300, row -> label(row % 2 == 0 ? "a" : "b"));

    assertThat(folder.evaluate(classes("macro-f1")).metrics().get(0).lower()).isEqualTo("0.978362");
  }

  @Test
  void S09_numbers_are_measured_too() throws Exception {
    folder
        .train("x,y\n1,3\n2,4\n")
        .holdout("x,y\n7,3\n8,-.5\n9,2\n10,7\n")
        .predictions(4, row -> "{\"value\":" + List.of("2.5", "0", "2", "8").get(row) + "}");
    Evaluation evaluation =
        folder.evaluate(EvaluationFolder.plan("y", "regression", "mae", "rmse", "r2"));

    assertThat(evaluation.metrics())
        .extracting(MetricResult::measured)
        .containsExactly("0.500000", "0.612372", "0.948608");
    assertThat(evaluation.metrics())
        .extracting(MetricResult::direction)
        .containsExactly("at most", "at most", "at least");
    assertThat(evaluation.classes()).isEmpty();
    assertThat(evaluation.confusion().labels()).isEmpty();
  }

  @Test
  void F08_a_broken_prediction_is_never_quoted() throws Exception {
    folder
        .holdout("size,region,kind\n5,north,a\n6,west,b\n")
        .predictions(2, row -> row == 0 ? label("a") : "{\"label\": secret-row}");

    assertThat(folder.run(classes("accuracy"))).isEqualTo(1);
    assertThat(folder.message())
        .isEqualTo(
            "evaluate failed: java.io.IOException: prediction 2 is not one of the form that is"
                + " asked for");
  }

  @Test
  void F08_scores_that_are_no_probabilities_are_no_prediction() throws Exception {
    folder
        .holdout("size,region,kind\n5,north,a\n")
        .predictions(1, row -> "{\"label\":\"a\",\"scores\":{\"a\":1,\"b\":1}}");

    assertThat(folder.run(classes("log-loss"))).isEqualTo(1);
    assertThat(folder.message()).contains("prediction 1 is not one of the form");
  }

  @Test
  void F08_a_row_without_an_answer_fails_the_job() throws Exception {
    folder.holdout("size,region,kind\n5,north,a\n6,west,b\n").predictions(1, row -> label("a"));

    assertThat(folder.run(classes("accuracy"))).isEqualTo(1);
    assertThat(folder.message()).contains("the model answered 1 of 2 held-out rows");
  }

  private static String label(String label) {
    return "{\"label\":\"" + label + "\"}";
  }

  private static EvaluationPlan classes(String... metrics) {
    return EvaluationFolder.plan("kind", "classification", metrics);
  }

  private static EvaluationPlan grouped(String column) {
    EvaluationPlan plan = classes("accuracy");
    return new EvaluationPlan("kind", plan.task(), plan.metrics(), Optional.of(column), 1);
  }

  private static EvaluationPlan sliced(String metric, Slice... slices) {
    List<RequestedMetric> asked =
        List.of(slices).stream()
            .map(slice -> new RequestedMetric(metric, "0.5", Optional.of(slice)))
            .toList();
    return new EvaluationPlan("kind", "classification", asked, Optional.empty(), 1);
  }
}
