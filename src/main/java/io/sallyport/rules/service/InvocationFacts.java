package io.sallyport.rules.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call for a prediction, and what is in force at the endpoint when it arrives.
 *
 * @param requester {@code person:<sub>} or {@code machine:<client>}
 * @param period the service period that is open; empty: nothing is in service
 */
public record InvocationFacts(
    String endpoint, String requester, Optional<Period> period, Instant at) {

  /**
   * A service period.
   *
   * @param consumers who may ask
   * @param expires end of the authorization, exclusive
   * @param suspended by an emergency stop, until a second person has decided
   */
  public record Period(List<String> consumers, Instant expires, boolean suspended) {

    public Period {
      consumers = List.copyOf(consumers);
    }
  }
}
