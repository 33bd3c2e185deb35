package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Journal;
import io.sallyport.local.aws.ecr.Images;
import io.sallyport.local.aws.events.Events;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What SageMaker stands on: the emulator, EventBridge, the images, S3 as roles see it, and the time
 * between SIGTERM and SIGKILL (120 s at AWS).
 */
public record Surroundings(
    Environment environment, Events events, Images images, RoleStore store, Duration stopGrace) {

  /** Milliseconds, as SageMaker tells times. */
  Instant now() {
    return environment.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Journal journal() {
    return environment.journal();
  }
}
