package io.sallyport.aws;

import java.time.Instant;

/**
 * Something changed its state in AWS: a hint to look, not yet the truth. Twice, late and out of
 * order is normal, so {@code kind}, {@code arn} and {@code status} say whether it is news.
 *
 * @param status in one spelling, whatever the event's: {@code COMPLETED}, {@code IN_SERVICE}
 * @param eventId EventBridge's own id
 * @param receipt by which the event is acknowledged
 */
public record StateChange(
    Kind kind,
    String name,
    String arn,
    String status,
    Instant time,
    String eventId,
    String receipt) {

  /** What changed. */
  public enum Kind {
    PROCESSING_JOB,
    TRAINING_JOB,
    TRANSFORM_JOB,
    ENDPOINT,
    MODEL_PACKAGE,
    ALARM,
    /** Of a kind that we do not act on; acknowledge it. */
    OTHER
  }
}
