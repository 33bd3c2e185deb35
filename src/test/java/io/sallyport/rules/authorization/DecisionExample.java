package io.sallyport.rules.authorization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A decision about a version that Emil submitted, for Alice. */
final class DecisionExample {

  static final String GROUP = "/programs/sentinel/technical-authority";

  private static final String GROUNDS = "Well above the limit.";
  private static final Decider ALICE = new Decider("alice", false, Set.of("alice"), Set.of(GROUP));

  private DecisionExample() {}

  /** Somebody who decides: by name, by group, or not at all. */
  private record Decider(
      String person, boolean machine, Set<String> named, Set<String> memberships) {

    DecisionFacts authorizes() {
      return says("authorize", GROUNDS);
    }

    DecisionFacts says(String outcome, String grounds) {
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

  static DecisionFacts byAlice() {
    return ALICE.authorizes();
  }

  static DecisionFacts by(String person, Set<String> memberships) {
    return new Decider(person, false, Set.of("alice"), memberships).authorizes();
  }

  static DecisionFacts byMachine() {
    return new Decider("sentinel-pipeline", true, Set.of(), Set.of(GROUP)).authorizes();
  }

  static DecisionFacts forGroup(String person, Set<String> memberships) {
    return new Decider(person, false, Set.of(), memberships).authorizes();
  }

  static DecisionFacts withOutcome(String outcome) {
    return ALICE.says(outcome, GROUNDS);
  }

  static DecisionFacts withGrounds(String grounds) {
    return ALICE.says("authorize", grounds);
  }
}
