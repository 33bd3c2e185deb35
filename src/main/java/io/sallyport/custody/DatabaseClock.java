package io.sallyport.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The time of the database, for all nodes alike: this machine's time plus its measured offset to
 * {@code clock_timestamp()} (NIST AU-8).
 */
class DatabaseClock extends Clock {

  private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

  /** A machine that differs by more than this is named in the log. */
  private static final Duration DIFFERENCE_MAX = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final Clock machine;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  DatabaseClock(JdbcClient jdbc, Clock machine) {
    this.jdbc = jdbc;
    this.machine = machine;
    measure();
  }

  @Scheduled(fixedDelay = 10_000)
  void measure() {
    Instant before = machine.instant();
    Instant database =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Instant after = machine.instant();
    Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
    Duration measured = Duration.between(middle, database);
    if (measured.abs().compareTo(DIFFERENCE_MAX) > 0) {
      log.warn("This machine's time differs from the database's by {}", measured);
    }
    offset.set(measured);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Times are UTC");
  }
}
