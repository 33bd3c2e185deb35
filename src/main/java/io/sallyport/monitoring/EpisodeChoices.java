package io.sallyport.monitoring;

import io.sallyport.authority.TaskPage.Choice;
import io.sallyport.rules.authorization.TermFacts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may be recommended and decided after an episode. */
final class EpisodeChoices {

  private static final List<Choice> STAYS =
      List.of(
          new Choice(
              TermFacts.KEEP,
              "Keep in service",
              "This version may go on to answer until the day that is stated.",
              "the ledger is asked again; who may call it stays as it is"),
          new Choice(
              TermFacts.RESTRICT,
              "Restrict",
              "This version may go on to answer only within the terms that are stated.",
              "fewer callers, fewer instances, or an earlier end"));

  private static final List<Choice> GOES =
      List.of(
          new Choice(
              "retrain",
              "Have it retrained",
              "A retrained version shall take the place of this one.",
              "it stays as it is until then, or until its authorization ends"),
          new Choice(
              "retire",
              "Retire",
              "This version must not answer again.",
              "its endpoint is deleted; a new version needs all gates"));

  private EpisodeChoices() {}

  /**
   * Whatever is possible: a version of which a gate has to judge something anew goes on to answer
   * only as a new version.
   *
   * @param affectedGates the gates that the reason affects
   */
  static List<Choice> of(Set<Integer> affectedGates) {
    return affectedGates.isEmpty() ? Stream.concat(STAYS.stream(), GOES.stream()).toList() : GOES;
  }

  /** How a choice is called for the eye. */
  static String label(String outcome) {
    return Stream.concat(STAYS.stream(), GOES.stream())
        .filter(choice -> choice.outcome().equals(outcome))
        .map(Choice::label)
        .findFirst()
        .orElse(outcome);
  }
}
