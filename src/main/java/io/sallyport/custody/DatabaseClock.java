package io.sallyport.custody;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The time of the database, for all nodes alike: this machine's time plus its measured offset to
 * {@code clock_timestamp()} (NIST AU-8; design, trust 10).
 */
public class DatabaseClock extends Clock {

  private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

  /** A machine that differs by more than this is named in the log and in health. */
  private static final Duration DIFFERENCE_MAX = Duration.ofSeconds(5);

  /** When the answer took longer, half of it says too little about when the database looked. */
  private static final Duration ROUND_TRIP_MAX = Duration.ofMillis(200);

  /** How often it is measured at start, until an answer is quick enough. */
  private static final int FIRST_TRIES = 5;

  private final JdbcClient jdbc;
  private final Clock machine;
  private volatile Duration offset;

  /** What one question to the database told. */
  private record Measured(Duration offset, Duration roundTrip) {

    boolean isGood() {
      return roundTrip.compareTo(ROUND_TRIP_MAX) <= 0;
    }
  }

  public DatabaseClock(JdbcClient jdbc, Clock machine) {
    this.jdbc = jdbc;
    this.machine = machine;
    this.offset = first().offset();
    warn();
  }

  /** How far the database is ahead of this machine. */
  public Duration difference() {
    return offset;
  }

  /** Whether this machine's time is so far from the database's that somebody must set it. */
  public boolean isOff() {
    return difference().abs().compareTo(DIFFERENCE_MAX) > 0;
  }

  @Scheduled(fixedDelay = 10_000)
  void measure() {
    Measured measured = measured();
    if (!measured.isGood()) {
      log.info("The database's time came after {}; it is not taken", measured.roundTrip());
      return;
    }
    offset = measured.offset();
    warn();
  }

  /** A quick answer, or the quickest of some: without any there is no time at all. */
  private Measured first() {
    Measured best = measured();
    for (int tries = 1; tries < FIRST_TRIES && !best.isGood(); tries++) {
      Measured next = measured();
      if (next.roundTrip().compareTo(best.roundTrip()) < 0) best = next;
    }
    return best;
  }

  private Measured measured() {
    Instant before = machine.instant();
    Instant database =
        jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    Duration roundTrip = Duration.between(before, machine.instant());
    Instant middle = before.plus(roundTrip.dividedBy(2));
    return new Measured(Duration.between(middle, database), roundTrip.abs());
  }

  private void warn() {
    if (isOff()) {
      log.warn("This machine's time differs from the database's by {}", difference());
    }
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
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
