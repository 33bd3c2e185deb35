package io.sallyport.monitoring;

import io.sallyport.rules.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An open question about a version in service (S19, S20).
 *
 * @param level how far it has drifted, at most, since the episode was opened
 * @param because why it was opened
 * @param findings those that opened it, then those that came later
 */
public record Episode(
    long id,
    String modelVersion,
    Reason reason,
    Optional<Level> level,
    String because,
    List<Finding> findings,
    Instant openedAt) {

  public Episode {
    findings = List.copyOf(findings);
  }
}
