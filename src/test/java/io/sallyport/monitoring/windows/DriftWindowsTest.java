package io.sallyport.monitoring.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.rules.drift.DriftLevel;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** S18: a window goes its way once, whichever node takes it a step further. */
class DriftWindowsTest {

  private static final String VERSION = "cover-1";
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final DriftWindows windows;

  DriftWindowsTest() throws SQLException {
    var database = LocalPostgres.shared().migratedDatabase();
    windows =
        new DriftWindows(
            JdbcClient.create(new SingleConnectionDataSource(database.asApplication(), true)));
  }

  @Test
  void S18_a_window_is_planned_once_and_the_oldest_comes_first() {
    plan(1);
    plan(0);
    plan(0);

    assertThat(windows.first(VERSION, "waiting").orElseThrow().from()).isEqualTo(NOON);
    assertThat(windows.plannedTo(VERSION)).contains(hour(2));
    assertThat(windows.plannedTo("cover-2")).isEmpty();
  }

  @Test
  void S18_after_three_jobs_that_broke_a_window_is_broken() {
    plan(0);
    for (int job = 1; job <= 3; job++) {
      DriftWindow waiting = windows.first(VERSION, "waiting").orElseThrow();
      assertThat(waiting.attempt()).isEqualTo(job);
      windows.enter(waiting, "waiting", "running");
      windows.again(waiting, 3);
    }

    assertThat(windows.first(VERSION, "waiting")).isEmpty();
    assertThat(windows.first(VERSION, "broken")).isPresent();
  }

  @Test
  void R22_a_node_that_comes_late_changes_nothing() {
    DriftWindow window = running(0);
    windows.again(window, 3);
    DriftWindow second = windows.first(VERSION, "waiting").orElseThrow();
    windows.enter(second, "waiting", "running");

    windows.again(window, 3); // of the first job, seen by another node
    windows.enter(window, "waiting", "empty");

    assertThat(windows.first(VERSION, "running").orElseThrow().attempt()).isEqualTo(2);
  }

  @Test
  void S18_windows_that_were_judged_together_count_as_one() {
    judged(DriftLevel.STABLE, 0);
    judged(DriftLevel.ALARM, 1, 2);
    judged(DriftLevel.MAJOR, 3);
    judged(DriftLevel.WATCH, 4, 5, 6);

    assertThat(windows.levels(VERSION, DriftLevel.WINDOWS))
        .containsExactly(DriftLevel.WATCH, DriftLevel.MAJOR, DriftLevel.ALARM);
    assertThat(windows.counted(VERSION)).isEmpty();
  }

  @Test
  void S19_a_stable_window_ends_the_drift_that_was_decided_about() {
    judged(DriftLevel.STABLE, 0);
    judged(DriftLevel.ALARM, 2);
    assertThat(windows.isStableSince(VERSION, hour(1))).isFalse();

    judged(DriftLevel.STABLE, 3);

    assertThat(windows.isStableSince(VERSION, hour(1))).isTrue();
  }

  private void judged(DriftLevel level, int... hours) {
    for (int hour : hours) windows.counted(running(hour), "s3://counts/" + hour);
    List<DriftWindow> counted = windows.counted(VERSION);
    assertThat(counted).hasSize(hours.length);
    windows.judged(counted.get(0), counted.get(counted.size() - 1), level);
  }

  private DriftWindow running(int hour) {
    plan(hour);
    DriftWindow window = windows.first(VERSION, "waiting").orElseThrow();
    windows.enter(window, "waiting", "running");
    return window;
  }

  private void plan(int hour) {
    windows.plan(VERSION, hour(hour), hour(hour + 1));
  }

  private static Instant hour(int later) {
    return NOON.plus(Duration.ofHours(later));
  }
}
