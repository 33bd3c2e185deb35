package io.sallyport.deployment;

import java.time.Instant;
import java.util.List;

/**
 * What is authorized to answer under a service name (S13).
 *
 * @param service the name that consumers ask
 * @param endpoint the SageMaker endpoint that answers: the version's own
 * @param authorizationId digest of the fact by which Gate 3 was passed
 * @param configuration the endpoint configuration whose answers were verified
 * @param consumers who may ask
 * @param expires end, exclusive
 * @param stopped by an emergency stop, until a second person has decided
 * @param held until an episode is decided; stop and episode do not end each other
 */
public record ServicePeriod(
    String service,
    String endpoint,
    String modelVersion,
    String authorizationId,
    String configuration,
    List<String> consumers,
    Instant openedAt,
    Instant expires,
    boolean stopped,
    boolean held) {

  /** Nobody is answered. */
  public boolean suspended() {
    return stopped || held;
  }
}
