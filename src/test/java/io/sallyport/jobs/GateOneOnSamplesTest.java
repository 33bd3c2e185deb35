package io.sallyport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.evaluate.EvaluationFolder;
import io.sallyport.rules.Finding;
import io.sallyport.rules.technical.Evaluation;
import io.sallyport.rules.technical.EvaluationPlan;
import io.sallyport.rules.technical.FixedSets;
import io.sallyport.rules.technical.Floors;
import io.sallyport.rules.technical.SubmitterView;
import io.sallyport.rules.technical.TechnicalFacts;
import io.sallyport.rules.technical.TechnicalRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the rows of a sample to the verdict of Gate 1, with models of the reference: science.md. */
class GateOneOnSamplesTest {

  private static final Floors FLOORS = new Floors(300, 30, Map.of("accuracy", "0.70"), "0.005", 10);

  @TempDir private Path root;
  @TempDir private Path scratch;

  @Test
  void S09_the_forest_passes_on_satellite() throws Exception {
    assertThat(TechnicalRules.BOOK.check(satellite(1281))).isEmpty();
  }

  @Test
  void F08_the_logistic_model_passes_by_its_value_and_fails_by_its_bound() throws Exception {
    TechnicalFacts facts = satellite(1187);
    List<Finding> findings = TechnicalRules.BOOK.check(facts);

    assertThat(findings)
        .hasToString(
            "[gate-1/metrics-reach-their-threshold: accuracy is not proven: 99 % lower bound"
                + " 0.833713 (measured 0.859522, n = 1381), 0.016287 short; about 9331 such rows"
                + " would prove it; the limit is at least 0.85]");
    assertThat(view(facts, findings))
        .isEqualTo(new SubmitterView("not proven", facts.plan().metrics(), 1, 10, List.of()));
  }

  @Test
  void F08_sonar_is_not_assessable_and_everybody_may_read_why() throws Exception {
    TechnicalFacts facts = facts("sonar", "class", 41);
    SubmitterView view = view(facts, TechnicalRules.BOOK.check(facts));

    assertThat(view.verdict()).isEqualTo("not assessable");
    assertThat(view.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "gate-1/the-held-out-set-is-large-enough: the held-out set is 41 rows: not assessable;"
                + " the limit is at least 300 rows",
            "gate-1/each-class-is-large-enough: class mine is 22 held-out rows: not assessable;"
                + " the limit is at least 30 rows of each class",
            "gate-1/each-class-is-large-enough: class rock is 19 held-out rows: not assessable;"
                + " the limit is at least 30 rows of each class");
  }

  @Test
  void F08_one_row_copied_into_training_refuses_the_measurement() throws Exception {
    EvaluationFolder folder =
        EvaluationFolder.in(root).split(scratch, Path.of("samples/satellite.csv"), "land_cover");
    Path holdout = new MlFolders(root).processingInput("holdout/holdout.csv");
    Path train = new MlFolders(root).processingInput("train/train.csv");
    folder.train(Files.readString(train) + Files.readAllLines(holdout).get(1) + "\n");

    assertThat(TechnicalRules.BOOK.check(judged(folder, "land_cover", 1281)))
        .hasToString(
            "[gate-1/no-row-is-in-both-sets: the held-out set is 1 rows whose features are those of"
                + " a training row; the limit is no such row]");
  }

  private static SubmitterView view(TechnicalFacts facts, List<Finding> findings) {
    return SubmitterView.of(facts.plan(), facts.look(), facts.floors().maximumLooks(), findings);
  }

  private TechnicalFacts satellite(int hits) throws Exception {
    return facts("satellite", "land_cover", hits);
  }

  private TechnicalFacts facts(String sample, String label, int hits) throws Exception {
    Path file = Path.of("samples", sample + ".csv");
    return judged(EvaluationFolder.in(root).split(scratch, file, label), label, hits);
  }

  /** A model that is right in so many rows. */
  private static TechnicalFacts judged(EvaluationFolder folder, String label, int hits)
      throws Exception {
    List<String> truth = folder.truth();
    List<String> classes = truth.stream().distinct().sorted().toList();
    EvaluationPlan plan = EvaluationFolder.plan(label, "classification", "accuracy");
    Evaluation evaluation =
        folder
            .predictions(
                truth.size(),
                row -> {
                  int c = classes.indexOf(truth.get(row)) + (row < hits ? 0 : 1);
                  return "{\"label\":\"" + classes.get(c % classes.size()) + "\"}";
                })
            .evaluate(plan);
    FixedSets fixed =
        new FixedSets(evaluation.read().trainSha256(), evaluation.read().holdoutSha256());
    return new TechnicalFacts(plan, evaluation, FLOORS, 1, fixed, "routine", "routine");
  }
}
