package io.sallyport.jobs.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.SatelliteModel;
import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.DriftLevel;
import io.sallyport.rules.drift.DriftVerdict;
import io.sallyport.rules.drift.DriftVerdict.Shifted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The satellite sample in service: rows like those it was proven on, then a sensor that drifts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SatelliteDriftTest {

  private static final long SEED = 20_261_124;
  private static final int ROWS = 500;
  private static final int ROWS_PER_REQUEST = 50;

  private SatelliteModel model;
  private Path folder;
  private List<String> heldOut;
  private Baseline baseline;

  @BeforeAll
  void train(@TempDir Path root) throws Exception {
    folder = root;
    model =
        SatelliteModel.trained(
            root, "label", "land_cover", "trainer", "random-forest", "trees", "30", "seed", "1");
    heldOut = model.features().lines().toList();
    Path predictions = root.resolve("features.csv.out");
    Files.write(predictions, model.training().answers(heldOut.toArray(String[]::new)));
    Path holdout = model.processing().root().resolve("processing/output/holdout/holdout.csv");
    baseline = Baselines.of(holdout, "land_cover", predictions);
  }

  @Test
  void S18_2000_rows_like_the_held_out_ones_raise_no_alarm() throws Exception {
    List<DriftLevel> levels = new ArrayList<>();
    for (int window = 0; window < 4; window++) levels.add(judged(drawn(SEED + window)).level());

    assertThat(levels).doesNotContain(DriftLevel.ALARM, DriftLevel.MAJOR);
  }

  @Test
  void S18_a_gain_of_15_percent_is_major_in_two_windows() throws Exception {
    List<DriftVerdict> verdicts = List.of(judged(gained(SEED)), judged(gained(SEED + 1)));

    assertThat(verdicts).extracting(DriftVerdict::level).containsOnly(DriftLevel.MAJOR);
    assertThat(
            DriftLevel.persisting(List.of(DriftLevel.MAJOR, DriftLevel.MAJOR, DriftLevel.STABLE)))
        .isEqualTo(DriftLevel.MAJOR);
    assertThat(verdicts.get(0).shifted()).extracting(Shifted::subject).contains("feature x18");
  }

  private DriftVerdict judged(List<String> rows) throws Exception {
    List<String> answers = model.training().answers(rows.toArray(String[]::new));
    StringBuilder lines = new StringBuilder();
    for (int from = 0; from < rows.size(); from += ROWS_PER_REQUEST) {
      int to = from + ROWS_PER_REQUEST;
      String asked = String.join("\n", rows.subList(from, to)) + "\n";
      lines.append(
          CompareFolder.line("r" + from, "2026-11-24T10:10:00Z", asked, answers.subList(from, to)));
    }
    CompareFolder job = new CompareFolder(Files.createTempDirectory(folder, "compare"));
    return DriftVerdict.of(
        baseline, job.baseline(baseline).captured("10-00-000-a.jsonl", lines.toString()).run());
  }

  /** Held-out rows, with replacement. */
  private List<String> drawn(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, ROWS)
        .mapToObj(i -> heldOut.get(random.nextInt(heldOut.size())))
        .toList();
  }

  private List<String> gained(long seed) {
    return drawn(seed).stream().map(SatelliteDriftTest::gained).toList();
  }

  private static String gained(String row) {
    return Arrays.stream(row.split(",", -1))
        .map(value -> String.valueOf(Math.rint(1.15 * Double.parseDouble(value))))
        .collect(Collectors.joining(","));
  }
}
