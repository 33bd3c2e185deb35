package io.sallyport.rules.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What an authorization allows (S12, S20, F32). Whoever decides later narrows it, but for its end,
 * which a later decision sets anew.
 *
 * @param expires end, exclusive
 * @param consumers who may ask for predictions
 * @param minimumInstances of the endpoint
 * @param maximumInstances of the endpoint
 */
public record Terms(
    Instant expires, List<String> consumers, int minimumInstances, int maximumInstances) {

  /** Nothing is allowed to anybody. */
  static final Terms NONE = new Terms(Instant.EPOCH, List.of(), 0, 0);

  public Terms {
    consumers = List.copyOf(consumers);
  }

  /**
   * What a submission asks for.
   *
   * @param expires its date
   * @param submission as its fact recorded it; what it does not say is allowed to nobody
   */
  static Terms asked(String expires, JsonNode submission) {
    JsonNode endpoint = submission.path("endpoint");
    List<String> consumers = new ArrayList<>();
    endpoint.path("consumers").forEach(consumer -> consumers.add(consumer.asText()));
    return new Terms(
        start(expires),
        consumers,
        endpoint.path("minimumInstances").asInt(),
        endpoint.path("maximumInstances").asInt());
  }

  /** The first instant of a day, in UTC. */
  static Instant start(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The day on which they end, in UTC. */
  LocalDate lastDay() {
    return LocalDate.ofInstant(expires, ZoneOffset.UTC);
  }

  /** What an authority at Gate 3 leaves of them: of ends the earliest. */
  Terms limitedBy(JsonNode limits) {
    Terms narrowed = narrowedBy(limits);
    return narrowed.expires().isBefore(expires) ? narrowed : narrowed.until(expires);
  }

  /**
   * What an official leaves of them after an episode: his end counts, an earlier or a later one.
   */
  Terms narrowedBy(JsonNode limits) {
    String ends = limits.path(LimitFacts.ENDS).asText();
    String principals = limits.path(LimitFacts.PRINCIPALS).asText();
    int most = limits.path(LimitFacts.MAXIMUM_INSTANCES).asInt(maximumInstances);
    List<String> left = new ArrayList<>(consumers);
    if (!principals.isBlank()) left.retainAll(principals.lines().map(String::strip).toList());
    return new Terms(
        ends.isBlank() ? expires : start(ends),
        left,
        minimumInstances,
        Math.min(most, maximumInstances));
  }

  private Terms until(Instant end) {
    return new Terms(end, consumers, minimumInstances, maximumInstances);
  }
}
