package io.sallyport.monitoring.windows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.local.Await;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.Pipeline;
import io.sallyport.local.Story;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.monitoring.Episode;
import io.sallyport.monitoring.Episodes;
import io.sallyport.monitoring.Level;
import io.sallyport.monitoring.Reason;
import io.sallyport.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Requests like those it was proven on, then a sensor whose gain has changed: from the gateway
 * through capture, job and verdict to the decision that takes effect. One story, told in order.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftStoryTest {

  private static final Duration WAIT = Duration.ofMinutes(4);
  private static final String MODEL = "drift-cover";
  private static final long SEED = 20_261_124;
  private static final int REQUESTS = 5;
  private static final int ROWS_PER_REQUEST = 100;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final Pipeline pipeline = new Pipeline(boundary);
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Story version =
      new Story(
          boundary,
          boundary
              .sample("sentinel")
              .apart(3)
              .forTests()
              .submit(MODEL, Path.of("samples/satellite.csv"), "land_cover", "0.85"));
  private List<String> heldOut = List.of();

  @Test
  @Order(1)
  void S17_S18_requests_like_the_held_out_rows_open_no_episode() {
    version.authorizedBy("alice").reaches(State.IN_SERVICE);
    heldOut = heldOut();

    JsonNode judged = window(row -> row);

    assertThat(judged.path("rows").asInt()).isEqualTo(REQUESTS * ROWS_PER_REQUEST);
    assertThat(judged.path("unreadable").asInt()).isZero();
    assertThat(judged.path("baselineSha256").asText())
        .isEqualTo(version.payload(Lineage.GATE_1_PASSED).path("baselineSha256").asText());
    assertThat(judged.path("level").asText()).isIn("STABLE", "WATCH");
    assertThat(episode()).isEmpty();
  }

  @Test
  @Order(2)
  void S18_one_window_that_drifts_opens_none_either() {
    assertThat(window(DriftStoryTest::gained).path("level").asText()).isEqualTo("MAJOR");
    assertThat(episode()).isEmpty();
  }

  @Test
  @Order(3)
  void S19_the_second_of_three_opens_one_and_the_interim_measure_is_applied() {
    window(DriftStoryTest::gained);

    version.waitsAt("recommend-after-episode");
    Episode opened = episode().orElseThrow();
    assertThat(opened.reason()).isEqualTo(Reason.DRIFT);
    assertThat(opened.level()).contains(Level.MAJOR);
    assertThat(opened.findings()).extracting(Finding::subject).contains("feature x18");
    assertThat(version.version().state()).isEqualTo(State.SUSPENDED);
    assertThat(ask(List.of(heldOut.get(0)))).isEqualTo(403);
  }

  @Test
  @Order(4)
  void S19_the_official_decides_it_answers_again_and_the_same_drift_is_not_asked_twice() {
    version.decides("alice", "recommend-after-episode", says("keep"));
    version.decides(
        "olga",
        "decide-after-episode",
        Map.of("outcome", "keep", "ends", inTwentyDays(), "grounds", says("").get("grounds")));
    version.reaches(State.IN_SERVICE);

    window(DriftStoryTest::gained);

    assertThat(episode()).isEmpty();
    assertThat(Collections.frequency(version.kinds(), "episode-opened")).isEqualTo(1);
  }

  @Test
  @Order(5)
  void S19_after_a_stable_window_drift_is_news_again() {
    window(row -> row);
    assertThat(episode()).isEmpty();

    window(DriftStoryTest::gained);

    version.waitsAt("recommend-after-episode");
    assertThat(Collections.frequency(version.kinds(), "episode-opened")).isEqualTo(2);
    version.decides("alice", "recommend-after-episode", says("retire"));
    version.decides("olga", "decide-after-episode", says("retire"));
    version.reaches(State.RETIRED);
  }

  /** Asks 500 rows, then has the window in which they lie judged: the fact about it. */
  private JsonNode window(UnaryOperator<String> change) {
    int before = judged().size();
    Instant from = nextSecond();
    for (int i = 0; i < REQUESTS; i++) assertThat(ask(drawn(change))).isEqualTo(200);
    Instant to = nextSecond();
    boundary.bean(DriftWindows.class).plan(version.version().id(), from, to);
    Await.found(
        "a verdict after " + before,
        WAIT,
        () -> Optional.of(before).filter(known -> judged().size() > known));
    return judged().get(before).payload();
  }

  /** The start of a second in which nothing was asked: captured times have no fractions. */
  private Instant nextSecond() {
    Clock clock = boundary.bean(Clock.class);
    Instant next = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    return Await.found(
        "the next second",
        WAIT,
        () -> Optional.of(next).filter(at -> !clock.instant().isBefore(at)));
  }

  private List<String> drawn(UnaryOperator<String> change) {
    return IntStream.range(0, ROWS_PER_REQUEST)
        .mapToObj(i -> change.apply(heldOut.get(random.nextInt(heldOut.size()))))
        .toList();
  }

  private static String gained(String row) {
    return Arrays.stream(row.split(",", -1))
        .map(value -> String.valueOf(Math.rint(1.15 * Double.parseDouble(value))))
        .collect(Collectors.joining(","));
  }

  private int ask(List<String> rows) {
    return pipeline.invoke(MODEL, String.join("\n", rows) + "\n").statusCode();
  }

  private List<String> heldOut() {
    String uri = version.payload(Lineage.HELD_OUT_SET_FIXED).path("features").path("uri").asText();
    byte[] features = boundary.bean(ExactCopies.class).readSmall(uri, 1 << 20);
    return new String(features, StandardCharsets.UTF_8).lines().toList();
  }

  private List<RecordedFact> judged() {
    return boundary.bean(Ledger.class).facts(Judgements.subject(version.version().id()));
  }

  private Optional<Episode> episode() {
    return boundary.bean(Episodes.class).about(version.version().id());
  }

  private static Map<String, String> says(String outcome) {
    return Map.of("outcome", outcome, "grounds", "Looked at all of it with care.");
  }

  private String inTwentyDays() {
    Instant now = boundary.bean(Clock.class).instant();
    return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(20).toString();
  }
}
