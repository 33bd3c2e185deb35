package io.sallyport.processes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's time, for the product's own code as well; a test moves it. */
final class EngineClock extends Clock {

  /** Stops the clock where it is, later by {@code time}. */
  static void forward(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.now().toInstant().plus(time)));
  }

  @Override
  public Instant instant() {
    return ClockUtil.now().toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("All times are UTC");
  }
}
