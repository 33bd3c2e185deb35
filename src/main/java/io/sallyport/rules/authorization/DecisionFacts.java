package io.sallyport.rules.authorization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision that somebody wants to sign, and what the ledger says about the decider.
 *
 * @param decider subject id of the person
 * @param machine whether it is a service account
 * @param named subject ids of those whom the task is for; empty when it is for groups
 * @param groups groups of which any member may decide
 * @param memberships groups that the decider is in at this moment
 * @param parts what a person did for the version, by subject id: {@code submitted it}
 * @param outcome the choice
 * @param choices what may be chosen
 */
public record DecisionFacts(
    String decider,
    boolean machine,
    Set<String> named,
    Set<String> groups,
    Set<String> memberships,
    Map<String, List<String>> parts,
    String outcome,
    Set<String> choices,
    String grounds) {

  public DecisionFacts {
    named = Set.copyOf(named);
    groups = Set.copyOf(groups);
    memberships = Set.copyOf(memberships);
    parts = Map.copyOf(parts);
    choices = Set.copyOf(choices);
  }
}
