package io.sallyport.rules.authorization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision about a version that Emil submitted, for Alice. */
final class DecisionExample {

  static final String GROUP = "/programs/sentinel/technical-authority";

  private DecisionExample() {}

  static DecisionFacts byAlice() {
    return by("alice", Set.of(GROUP));
  }

  static DecisionFacts by(String person, Set<String> memberships) {
    return facts(person, false, Set.of("alice"), memberships, "authorize", "Well above the limit.");
  }

  static DecisionFacts byMachine() {
    return facts(
        "sentinel-pipeline", true, Set.of(), Set.of(GROUP), "authorize", "Well above the limit.");
  }

  static DecisionFacts forGroup(String person, Set<String> memberships) {
    return facts(person, false, Set.of(), memberships, "authorize", "Well above the limit.");
  }

  static DecisionFacts withOutcome(String outcome) {
    return facts("alice", false, Set.of("alice"), Set.of(GROUP), outcome, "Well above the limit.");
  }

  static DecisionFacts withGrounds(String grounds) {
    return facts("alice", false, Set.of("alice"), Set.of(GROUP), "authorize", grounds);
  }

  private static DecisionFacts facts(
      String person,
      boolean machine,
      Set<String> named,
      Set<String> memberships,
      String outcome,
      String grounds) {
    return new DecisionFacts(
        person,
        machine,
        named,
        Set.of(GROUP),
        memberships,
        Map.of("emil", List.of("submitted it")),
        outcome,
        Set.of("authorize", "deny"),
        grounds);
  }
}
