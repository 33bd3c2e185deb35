package io.sallyport.web.operations;

import io.sallyport.custody.EnvelopeCopies;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while a signed statement waits too long for its copy in the evidence bucket. It is part of
 * the whole health only: a node that answers is kept, and told about.
 */
@Component
class EvidenceHealth implements HealthIndicator {

  private final EnvelopeCopies copies;

  EvidenceHealth(EnvelopeCopies copies) {
    this.copies = copies;
  }

  @Override
  public Health health() {
    EnvelopeCopies.Backlog backlog = copies.backlog();
    return (backlog.late() ? Health.down() : Health.up())
        .withDetail("waiting", backlog.waiting())
        .build();
  }
}
