package io.sallyport.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.postgres.LocalPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** R27, design trust 10: what a slow answer tells is not taken for the time. */
class DatabaseClockTest {

  private static final Duration A_LITTLE = Duration.ofSeconds(2);

  private final JdbcClient jdbc = JdbcClient.create(source());

  @Test
  void R27_a_measurement_that_took_long_is_discarded() {
    Machine machine = new Machine();
    DatabaseClock clock = new DatabaseClock(jdbc, machine);
    Duration good = clock.difference();

    machine.jumps(Duration.ofSeconds(30)); // between question and answer
    clock.measure();
    assertThat(clock.difference()).isEqualTo(good);

    clock.measure();
    assertThat(clock.difference()).isCloseTo(Duration.ofSeconds(-30), A_LITTLE);
  }

  @Test
  void R27_at_start_the_quickest_of_some_answers_is_taken() {
    Machine machine = new Machine();
    machine.jumps(Duration.ofSeconds(3));

    assertThat(new DatabaseClock(jdbc, machine).difference())
        .isCloseTo(Duration.ofSeconds(-3), A_LITTLE);
  }

  @Test
  void R27_a_machine_that_is_more_than_five_seconds_off_says_so() {
    Machine machine = new Machine();
    DatabaseClock clock = new DatabaseClock(jdbc, machine);
    assertThat(clock.isOff()).isFalse();

    machine.runs(Duration.ofSeconds(8));
    clock.measure();

    assertThat(clock.isOff()).isTrue();
    assertThat(Duration.between(Instant.now(), clock.instant())).isLessThan(A_LITTLE);
  }

  /** This machine's clock, which may be ahead, or be set ahead between two looks at it. */
  private static final class Machine extends Clock {

    private final Deque<Duration> jumps = new ArrayDeque<>();
    private Duration ahead = Duration.ZERO;

    void runs(Duration time) {
      ahead = time;
    }

    /** After the next look. */
    void jumps(Duration time) {
      jumps.add(time);
    }

    @Override
    public Instant instant() {
      Instant now = Instant.now().plus(ahead);
      if (!jumps.isEmpty()) ahead = ahead.plus(jumps.remove());
      return now;
    }

    @Override
    public ZoneId getZone() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static DriverManagerDataSource source() {
    var database = LocalPostgres.shared().migratedDatabase();
    var settings = database.settings();
    return new DriverManagerDataSource(
        database.url(),
        (String) settings.get("spring.datasource.username"),
        (String) settings.get("spring.datasource.password"));
  }
}
