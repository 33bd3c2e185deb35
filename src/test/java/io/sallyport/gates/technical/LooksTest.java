package io.sallyport.gates.technical;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** F08: looks are counted where half of the rows were seen before, in the order of the taking. */
class LooksTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final JdbcClient jdbc;

  LooksTest() throws SQLException {
    var database = LocalPostgres.shared().migratedDatabase();
    jdbc = JdbcClient.create(new SingleConnectionDataSource(database.asApplication(), true));
  }

  @Test
  void F08_a_second_look_at_the_same_rows_is_the_second() {
    assertThat(at(NOON).take("one", "sentinel", "a-1", List.of("r1", "r2"))).isEqualTo(1);
    assertThat(at(NOON).take("two", "sentinel", "a-2", List.of("r2", "r1"))).isEqualTo(2);
  }

  @Test
  void F08_a_retry_of_an_instance_is_the_same_look() {
    at(NOON).take("one", "sentinel", "a-1", List.of("r1", "r2"));
    at(NOON).take("two", "sentinel", "a-2", List.of("r1", "r2"));

    assertThat(at(NOON).take("one", "sentinel", "a-1", List.of("r1", "r2"))).isEqualTo(1);
    assertThat(at(NOON).take("two", "sentinel", "a-2", List.of("r1", "r2"))).isEqualTo(2);
  }

  @Test
  void F08_half_of_the_rows_count_and_less_does_not_nor_another_program() {
    at(NOON).take("one", "sentinel", "a-1", List.of("r1", "r2"));
    at(NOON).take("other", "harbor", "b-1", List.of("r3", "r4"));

    assertThat(at(NOON).take("two", "sentinel", "a-2", List.of("r2", "r3"))).isEqualTo(2);
    assertThat(at(NOON).take("three", "sentinel", "a-3", List.of("r1", "r5", "r6"))).isEqualTo(1);
  }

  @Test
  void R27_a_node_whose_clock_runs_behind_counts_the_look_before_its_own() {
    at(NOON).take("one", "sentinel", "a-1", List.of("r1"));

    Instant behind = NOON.minus(Duration.ofHours(1));
    assertThat(at(behind).take("two", "sentinel", "a-2", List.of("r1"))).isEqualTo(2);
  }

  private Looks at(Instant now) {
    return new Looks(jdbc, Clock.fixed(now, ZoneOffset.UTC));
  }
}
