package io.sallyport.rules.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.rules.authorization.AuthorizationHistory.Past;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * How the terms of an authorization came to be what they are (S12, S20): asked for, limited at Gate
 * 3, and decided again after each episode, by people of whom it is told what else they did.
 */
final class TermsHistory {

  private static final String AT_GATE_3 = "decide-on-promotion";
  private static final String RECOMMENDED = "recommend-after-episode";

  private final Map<String, List<String>> parts;
  private final String officials;
  private final Map<String, List<String>> inTheEpisode = new HashMap<>();
  private final List<Redecided> redecided = new ArrayList<>();
  private Terms terms;

  /**
   * Reads the story from its beginning.
   *
   * @param asked what was asked for
   * @param history facts about one version, oldest first
   */
  TermsHistory(Terms asked, AuthorizationHistory history) {
    this.terms = asked;
    this.parts = history.parts();
    this.officials = "/programs/" + history.submitted("program") + "/authorizing-official";
    history.facts().forEach(this::read);
  }

  /** The terms in force at the end of the story. */
  Terms terms() {
    return terms;
  }

  /** The decisions after episodes, oldest first. */
  List<Redecided> redecided() {
    return List.copyOf(redecided);
  }

  /** Who had which part in the version or in the newest episode. */
  Map<String, List<String>> parts() {
    Map<String, List<String>> all = new TreeMap<>(parts);
    inTheEpisode.keySet().forEach(person -> all.put(person, parts(person)));
    return all;
  }

  private void read(Past fact) {
    if (fact.kind().equals("episode-opened")) {
      inTheEpisode.clear();
      tookPart(fact, "opened the episode");
    } else if (fact.isDecisionIn(RECOMMENDED)) {
      tookPart(fact, "recommended what to do");
    } else if (fact.isDecisionIn(AT_GATE_3)) {
      terms = terms.limitedBy(fact.payload().path("limits"));
    } else if (fact.isDecisionIn(TermFacts.TASK)) {
      decide(fact);
    }
  }

  private void tookPart(Past fact, String part) {
    inTheEpisode.computeIfAbsent(fact.actor(), none -> new ArrayList<>()).add(part);
  }

  private void decide(Past fact) {
    JsonNode limits = fact.payload().path("limits");
    TermFacts facts =
        new TermFacts(
            fact.payload().path("outcome").asText(),
            texts(limits),
            LocalDate.ofInstant(fact.at(), ZoneOffset.UTC),
            terms);
    redecided.add(
        new Redecided(
            fact.actor(),
            isOfficial(fact),
            parts(fact.actor()),
            fact.payload().path("modelDigest").asText(),
            facts));
    if (facts.stays()) terms = terms.narrowedBy(limits);
  }

  private List<String> parts(String person) {
    List<String> all = new ArrayList<>(parts.getOrDefault(person, List.of()));
    all.addAll(inTheEpisode.getOrDefault(person, List.of()));
    return all;
  }

  private boolean isOfficial(Past fact) {
    return StreamSupport.stream(fact.payload().path("groups").spliterator(), false)
        .anyMatch(group -> group.asText().equals(officials));
  }

  private static Map<String, String> texts(JsonNode limits) {
    Map<String, String> texts = new HashMap<>();
    limits.properties().forEach(limit -> texts.put(limit.getKey(), limit.getValue().asText()));
    return texts;
  }
}
