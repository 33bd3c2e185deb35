package io.sallyport.web.operations;

import io.sallyport.custody.DatabaseClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Down while this machine's time differs from the database's by more than 5 s (design, trust 10).
 * It is part of the whole health only: a node that answers is kept, and told about.
 */
@Component
class ClockHealth implements HealthIndicator {

  private final ObjectProvider<DatabaseClock> clock;

  ClockHealth(ObjectProvider<DatabaseClock> clock) {
    this.clock = clock;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    clock.ifAvailable(
        used ->
            health
                .status(used.isOff() ? Status.DOWN : Status.UP)
                .withDetail("difference", used.difference().toString()));
    return health.build();
  }
}
