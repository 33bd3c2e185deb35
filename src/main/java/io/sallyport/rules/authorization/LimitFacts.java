package io.sallyport.rules.authorization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The limits that an authority sets, and what they must narrow.
 *
 * @param conditional whether the choice is the one that takes limits
 * @param limits as written: {@code ends} a day, {@code principals} one a line
 * @param today in UTC
 * @param askedEnd the day on which the asked authorization ends, exclusive
 * @param askedPrincipals whom the submission names
 */
public record LimitFacts(
    boolean conditional,
    Map<String, String> limits,
    LocalDate today,
    LocalDate askedEnd,
    List<String> askedPrincipals) {

  /** The limit that names an end: a day. */
  public static final String ENDS = "ends";

  /** The limit that names who may call: principals, one a line. */
  public static final String PRINCIPALS = "principals";

  /** The limit that names how many instances may answer at most. */
  public static final String MAXIMUM_INSTANCES = "maximumInstances";

  public LimitFacts {
    limits = Map.copyOf(limits);
    askedPrincipals = List.copyOf(askedPrincipals);
  }
}
