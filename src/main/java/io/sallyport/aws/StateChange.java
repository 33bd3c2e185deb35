package io.sallyport.aws;

import java.time.Instant;

/**
 * Something changed its state in AWS: a hint to look, not yet the truth. Twice, late and out of
 * order is normal, so {@code arn}, {@code status} and {@code time} say whether it is news.
 *
 * @param status in one spelling, whatever the event's: {@code COMPLETED}, {@code IN_SERVICE}
 * @param receipt by which the event is acknowledged
 */
public record StateChange(String name, String arn, String status, Instant time, String receipt) {}
