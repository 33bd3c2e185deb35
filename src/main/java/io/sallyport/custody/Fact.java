package io.sallyport.custody;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, said once and never changed (S08). The payload holds text, integers,
 * booleans, lists and maps only; decimals and times are text (RFC 8785, I-JSON).
 *
 * @param kind what happened: {@code gate-1-passed}
 * @param kindVersion version of the payload's shape, from 1
 * @param subject what it is about: a model version, a program, a diagram
 * @param actor subject id of the person, or the name of the machine, that made it true
 * @param letter the designation letter that the actor acted under
 * @param origin the step of a process that recorded it
 */
public record Fact(
    String kind,
    int kindVersion,
    String subject,
    String actor,
    Optional<String> letter,
    Instant occurredAt,
    Optional<Origin> origin,
    Map<String, Object> payload) {

  /** The actor of facts that the product records by itself. */
  public static final String SALLYPORT = "sallyport";

  /**
   * Where in which diagram a fact was recorded.
   *
   * @param definition SHA-256 of the diagram in force, hex
   */
  public record Origin(String processInstance, String activity, String definition) {}
}
