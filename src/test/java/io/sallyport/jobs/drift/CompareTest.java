package io.sallyport.jobs.drift;

import static io.sallyport.jobs.drift.CompareFolder.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.drift.Baseline;
import io.sallyport.rules.drift.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

  private static final String INSIDE = "2026-11-24T10:30:00Z";
  private static final String MINE = "{\"label\":\"mine\",\"scores\":{\"mine\":0.9,\"rock\":0.1}}";
  private static final String ROCK = "{\"label\":\"rock\",\"scores\":{\"mine\":0.4,\"rock\":0.6}}";

  @TempDir private Path root;
  private CompareFolder folder;

  @BeforeEach
  void lay() throws Exception {
    Path heldOut = root.resolve("holdout.csv");
    Files.writeString(
        heldOut, "size,zone,kind\n1,north,mine\n2,south,mine\n3,north,rock\n,,rock\n");
    Path predictions = root.resolve("features.csv.out");
    Files.writeString(predictions, String.join("\n", MINE, MINE, ROCK, ROCK) + "\n");
    Baseline baseline = Baselines.of(heldOut, "kind", predictions);
    folder = new CompareFolder(root.resolve("ml")).baseline(baseline);
  }

  @Test
  void S17_the_baseline_counts_numbers_words_answers_and_confidence() throws Exception {
    Baseline baseline =
        Baselines.of(root.resolve("holdout.csv"), "kind", root.resolve("features.csv.out"));

    assertThat(baseline.rows()).isEqualTo(4);
    assertThat(baseline.features().get(0).bins().edges()).containsExactly(1.0, 2.0, 3.0);
    assertThat(baseline.features().get(0).counts()).containsExactly(1L, 1L, 1L, 0L, 1L);
    assertThat(baseline.features().get(1).bins().categories()).containsExactly("north", "south");
    assertThat(baseline.features().get(1).counts()).containsExactly(2L, 1L, 0L, 1L);
    assertThat(baseline.answers().bins().categories()).containsExactly("mine", "rock");
    assertThat(baseline.confidence().orElseThrow().bins().edges()).containsExactly(0.6, 0.9);
  }

  @Test
  void S18_requests_are_counted_row_by_row_in_the_bins_of_the_baseline() throws Exception {
    Window window =
        folder
            .captured(
                "30-00-000-a.jsonl", line("a", INSIDE, "1,north\n9,west\n", List.of(MINE, ROCK)))
            .captured("31-00-000-b.jsonl", line("b", INSIDE, ",south", List.of(MINE)))
            .run();

    assertThat(window.rows()).isEqualTo(3);
    assertThat(window.features())
        .containsExactly(List.of(1L, 0L, 0L, 1L, 1L), List.of(1L, 1L, 1L, 0L));
    assertThat(window.answers()).containsExactly(2L, 1L, 0L, 0L);
    assertThat(window.confidence()).containsExactly(1L, 2L, 0L, 0L);
  }

  @Test
  void S18_the_products_own_requests_and_those_of_other_times_are_left_out() throws Exception {
    Window window =
        folder
            .captured(
                "a.jsonl",
                line("own", INSIDE, "1,north", List.of(MINE))
                    + line("a", "2026-11-24T09:59:59Z", "1,north", List.of(MINE))
                    + line("b", CompareFolder.FROM, "1,north", List.of(MINE))
                    + line("c", CompareFolder.TO, "1,north", List.of(MINE)))
            .run();

    assertThat(window.rows()).isEqualTo(1);
    assertThat(window.leftOut()).isEqualTo(1);
  }

  @Test
  void S18_what_cannot_be_read_is_counted_and_stops_nothing() throws Exception {
    Window window =
        folder
            .captured(
                "a.jsonl",
                "no json\n"
                    + line("a", "yesterday", "1,north", List.of(MINE))
                    + line("b", INSIDE, "1,north,more", List.of(MINE))
                    + line("c", INSIDE, "1,north\n2,south", List.of(MINE))
                    + line("d", INSIDE, "1,north", List.of("no answer"))
                    + line("e", INSIDE, "", List.of())
                    + line("f", INSIDE, "1,north", List.of(MINE)))
            .run();

    assertThat(window.unreadable()).isEqualTo(6);
    assertThat(window.rows()).isEqualTo(1);
  }

  @Test
  void S18_bytes_that_the_capture_wrote_in_base64_are_the_same_request() throws Exception {
    String csv = Base64.getEncoder().encodeToString("1,north\n".getBytes(StandardCharsets.UTF_8));
    String line =
        line("a", INSIDE, csv, List.of(MINE))
            .replaceFirst("(\"endpointInput\":\\{[^}]*)\"CSV\"", "$1\"BASE64\"");

    assertThat(folder.captured("a.jsonl", line).run().rows()).isEqualTo(1);
  }

  @Test
  void S18_another_baseline_than_that_of_the_plan_is_refused() throws Exception {
    folder.plan("c".repeat(64)).captured("a.jsonl", "");

    assertThat(folder.exit()).isEqualTo(1);
    assertThat(folder.message()).contains("not the one of the plan");
  }
}
