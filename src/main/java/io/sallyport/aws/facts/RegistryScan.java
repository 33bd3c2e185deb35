package io.sallyport.aws.facts;

import java.time.Instant;
import java.util.Map;

/**
 * What the registry's own scanner says of an image.
 *
 * @param status {@code COMPLETE} (basic) or {@code ACTIVE} (enhanced); with any other there is no
 *     result
 * @param completedAt {@link Instant#EPOCH} without a result
 * @param severities number of findings by severity
 */
public record RegistryScan(String status, Instant completedAt, Map<String, Integer> severities) {

  public RegistryScan {
    severities = Map.copyOf(severities);
  }
}
