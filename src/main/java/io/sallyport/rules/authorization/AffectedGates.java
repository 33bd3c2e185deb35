package io.sallyport.rules.authorization;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which gates must be passed anew before a version may go on to answer (S19, F17): what a gate
 * judged and has not changed since is used again, and cited with its age.
 */
public final class AffectedGates {

  /** Nothing that a gate judged has changed. */
  private static final Set<String> NOTHING_CHANGED = Set.of("drift", "expiry", "silence", "person");

  private static final Set<Integer> ALL = Set.of(1, 2, 3);

  /** What changed, and the gates that judged it. */
  private static final Map<String, Set<Integer>> JUDGED_BY =
      Map.of(
          "image", Set.of(2),
          "scan", Set.of(2),
          "data", Set.of(1, 2),
          "principals", Set.of(3),
          "envelope", Set.of(3));

  private AffectedGates() {}

  /**
   * The gates, smallest first.
   *
   * @param reason why an episode was opened
   * @param changed what changed: {@code image}, {@code scan}, {@code data}, {@code principals},
   *     {@code envelope}; anything else, or nothing named after a change, affects all gates
   */
  public static Set<Integer> of(String reason, Set<String> changed) {
    Set<Integer> gates = new TreeSet<>();
    if (NOTHING_CHANGED.contains(reason)) return gates;
    changed.forEach(what -> gates.addAll(JUDGED_BY.getOrDefault(what, ALL)));
    if (changed.isEmpty()) gates.addAll(ALL);
    return gates;
  }
}
