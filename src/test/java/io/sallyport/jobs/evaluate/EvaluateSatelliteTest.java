package io.sallyport.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.MetricResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The satellite sample with predictions of a known number of hits: science.md 1. */
class EvaluateSatelliteTest {

  private static final int ROWS = 1381;
  private static final String[] METRICS = {
    "accuracy",
    "balanced-accuracy",
    "macro-f1",
    "weighted-f1",
    "f1:grey_soil",
    "recall:damp_grey_soil",
    "auroc",
    "log-loss",
    "expected-calibration-error"
  };

  @TempDir private Path root;
  @TempDir private Path scratch;

  @Test
  void S09_the_evaluation_of_the_satellite_sample_is_that_of_the_reference() throws Exception {
    EvaluationFolder folder = satellite(1187);
    EvaluationPlan plan =
        EvaluationFolder.plan("land_cover", EvaluationPlan.CLASSIFICATION, METRICS);
    Evaluation evaluation = folder.evaluate(plan);

    assertThat(evaluation.plan()).isEqualTo(plan);
    assertThat(evaluation.rows()).isEqualTo(ROWS);
    assertThat(evaluation.trainRows()).isEqualTo(5054);
    assertThat(evaluation.classes())
        .containsExactly(
            entry("cotton_crop", 146L),
            entry("damp_grey_soil", 123L),
            entry("grey_soil", 303L),
            entry("red_soil", 330L),
            entry("vegetation_stubble", 146L),
            entry("very_damp_grey_soil", 333L));
    assertThat(evaluation.overlap())
        .isEqualTo(new Evaluation.Overlap(0, ROWS, 0, "0.000000", Optional.empty()));
    assertThat(evaluation.metrics()).extracting(MetricResult::name).containsExactly(METRICS);
    assertThat(evaluation.metrics().get(0))
        .isEqualTo(
            new MetricResult(
                "accuracy",
                Optional.empty(),
                "0.859522",
                "0.833713",
                "0.881893",
                ROWS,
                "at least"));
    assertThat(evaluation.metrics()).allSatisfy(EvaluateSatelliteTest::holdsTheEstimate);
    assertThat(evaluation.confusion().counts().stream().flatMap(List::stream))
        .hasSize(36)
        .satisfies(counts -> assertThat(counts.stream().mapToLong(n -> n).sum()).isEqualTo(ROWS));
    assertThat(evaluation.read().holdoutSha256()).matches("[0-9a-f]{64}");
  }

  @Test
  void F08_the_log_holds_progress_and_nothing_else() throws Exception {
    EvaluationFolder folder = satellite(1281);
    folder.evaluate(EvaluationFolder.plan("land_cover", "classification", "accuracy"));

    assertThat(folder.log().toString(StandardCharsets.UTF_8).lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("progress: [01]\\.[0-9]{2}"));
  }

  /** The first rows are right, the others are taken for the class that follows. */
  private EvaluationFolder satellite(int hits) throws Exception {
    EvaluationFolder folder =
        EvaluationFolder.in(root).split(scratch, Path.of("samples/satellite.csv"), "land_cover");
    List<String> truth = folder.truth();
    List<String> classes = truth.stream().distinct().sorted().toList();
    return folder.predictions(
        ROWS,
        row -> {
          int shift = row < hits ? 0 : 1;
          int c = (classes.indexOf(truth.get(row)) + shift) % classes.size();
          double sure = 0.6 + row % 30 / 100.0;
          return prediction(classes.get(c), sure, classes.get((c + 1) % classes.size()));
        });
  }

  private static String prediction(String label, double sure, String other) {
    return String.format(
        Locale.ROOT,
        "{\"label\":\"%s\",\"scores\":{\"%s\":%.2f,\"%s\":%.2f}}",
        label,
        label,
        sure,
        other,
        1 - sure);
  }

  private static void holdsTheEstimate(MetricResult result) {
    double measured = Double.parseDouble(result.measured());
    assertThat(measured)
        .as(result.name())
        .isBetween(Double.parseDouble(result.lower()), Double.parseDouble(result.upper()));
  }
}
