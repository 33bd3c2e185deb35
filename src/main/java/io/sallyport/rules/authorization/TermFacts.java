package io.sallyport.rules.authorization;

import java.time.LocalDate;
import java.util.Map;

/**
 * Terms that an official sets after an episode, and what they must fit (S20).
 *
 * @param outcome the choice: {@code keep}, {@code restrict}, or one that ends the service
 * @param limits as written: {@code ends} a day, {@code principals} one a line, {@code
 *     maximumInstances} a number
 * @param on the day of the decision, in UTC
 * @param before the terms in force until then
 */
public record TermFacts(String outcome, Map<String, String> limits, LocalDate on, Terms before) {

  /** The task in which they are set. */
  public static final String TASK = "decide-after-episode";

  /** The version goes on to answer, until another end. */
  public static final String KEEP = "keep";

  /** The version goes on to answer, for fewer, on fewer instances, or for less long. */
  public static final String RESTRICT = "restrict";

  public TermFacts {
    limits = Map.copyOf(limits);
  }

  /** Whether the version goes on to answer. */
  boolean stays() {
    return outcome.equals(KEEP) || restricts();
  }

  boolean restricts() {
    return outcome.equals(RESTRICT);
  }

  /** What was written; empty: nothing. */
  String written(String limit) {
    return limits.getOrDefault(limit, "").strip();
  }
}
