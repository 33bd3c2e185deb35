package io.sallyport.rules.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.sallyport.rules.authorization.AuthorizationFacts.Decided;
import io.sallyport.rules.authorization.AuthorizationFacts.Floored;
import io.sallyport.rules.authorization.AuthorizationFacts.GatePassed;
import io.sallyport.rules.authorization.AuthorizationFacts.Naming;
import io.sallyport.rules.technical.TechnicalHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers what {@link AuthorizationRules} judges out of recorded facts alone (design rule 4): the
 * same at deployment, at restoration, and offline from an evidence package. Limits that any
 * authority set bind all; what an official decided after an episode binds from then on.
 *
 * @param facts about one model version, oldest first
 */
public record AuthorizationHistory(List<Past> facts) {

  /** After one of these facts a version is never promoted again. */
  public static final Set<String> ENDINGS =
      Set.of(
          "training-rejected",
          "gate-1-failed",
          "gate-2-failed",
          "gate-3-failed",
          "model-version-returned",
          "model-version-withdrawn",
          "model-version-superseded",
          "model-version-archived",
          "model-version-retired");

  private static final String TASK = "decide-on-promotion";
  private static final Set<String> APPROVING = Set.of("authorize", "authorize-with-conditions");

  /** A recorded fact: what happened, who made it true, when, and its payload. */
  public record Past(String kind, String actor, Instant at, JsonNode payload) {

    /** Whether it is a person's signed decision in this task. */
    boolean isDecisionIn(String task) {
      return kind.equals("decision-signed") && payload.path("task").asText().equals(task);
    }
  }

  /**
   * What was asked for.
   *
   * @param modelDigest SHA-256 of the artifact that is to answer
   * @param expires the date of the submission, exclusive
   */
  public record Asked(String modelDigest, String expires) {}

  public AuthorizationHistory {
    facts = List.copyOf(facts);
  }

  /** What the book judges at {@code at}. */
  public AuthorizationFacts facts(Asked asked, Instant at) {
    TermsHistory later = later(asked.expires());
    List<GatePassed> passed = new ArrayList<>();
    all("gate-1-passed").forEach(fact -> passed.add(passed(1, fact)));
    all("gate-2-passed").forEach(fact -> passed.add(passed(2, fact)));
    return new AuthorizationFacts(
        asked.modelDigest(),
        submitted("tier"),
        passed,
        floored(asked.modelDigest()),
        SecurityReview.of(asked.modelDigest(), submitted("program"), facts),
        newest("authorities-named").map(AuthorizationHistory::naming).orElse(Naming.NONE),
        parts(),
        signatures().stream().map(AuthorizationHistory::decided).toList(),
        facts.stream().map(Past::kind).filter(ENDINGS::contains).collect(Collectors.toSet()),
        later.terms().expires(),
        at,
        later.redecided());
  }

  /**
   * What is allowed now: what was asked for, less what the limiting authorities of Gate 3 took
   * away, and as it was decided again after episodes.
   *
   * @param expires the date of the submission, exclusive
   */
  public Terms terms(String expires) {
    return later(expires).terms();
  }

  /**
   * Who had which part in the version, by subject id (AC-5; design, trust 6): whoever submitted it,
   * built an image of it or reviewed its findings does not decide on its promotion.
   */
  public Map<String, List<String>> parts() {
    Map<String, List<String>> parts = new TreeMap<>();
    for (Past fact : facts) {
      switch (fact.kind()) {
        case "model-version-submitted" -> add(parts, fact.actor(), "submitted it");
        case "security-checked" ->
            fact.payload()
                .path("builders")
                .forEach(builder -> add(parts, builder.asText(), "built an image of it"));
        case "decision-signed" -> {
          if (SecurityReview.isReview(fact)) add(parts, fact.actor(), "reviewed its findings");
        }
        default -> {}
      }
    }
    return parts;
  }

  /**
   * The same, with the newest episode: whoever opened it, or recommended what to do, does not
   * decide about it.
   */
  public Map<String, List<String>> partsInEpisode() {
    return new TermsHistory(Terms.NONE, this).parts();
  }

  /** What Gate 1 recorded when this artifact passed it last. */
  private Floored floored(String modelDigest) {
    return all("gate-1-passed").stream()
        .filter(fact -> fact.payload().path("modelDigest").asText().equals(modelDigest))
        .reduce((older, newer) -> newer)
        .map(AuthorizationHistory::floored)
        .orElse(Floored.NONE);
  }

  private List<Past> all(String kind) {
    return facts.stream().filter(fact -> fact.kind().equals(kind)).toList();
  }

  private Optional<Past> newest(String kind) {
    return all(kind).stream().reduce((older, newer) -> newer);
  }

  private List<Past> signatures() {
    return facts.stream().filter(fact -> fact.isDecisionIn(TASK)).toList();
  }

  private TermsHistory later(String expires) {
    JsonNode submission =
        newest("model-version-submitted")
            .map(fact -> fact.payload().path("submission"))
            .orElse(MissingNode.getInstance());
    return new TermsHistory(Terms.asked(expires, submission), this);
  }

  /** A text of the submission; empty when it was not recorded. */
  String submitted(String name) {
    return newest("model-version-submitted")
        .map(fact -> fact.payload().path(name).asText())
        .orElse("");
  }

  private static void add(Map<String, List<String>> parts, String person, String part) {
    parts.computeIfAbsent(person, none -> new ArrayList<>()).add(part);
  }

  private static GatePassed passed(int gate, Past fact) {
    return new GatePassed(gate, fact.payload().path("modelDigest").asText());
  }

  private static Floored floored(Past fact) {
    JsonNode floors = fact.payload().path("floors");
    return new Floored(
        fact.payload().path("tier").asText(),
        floors.isObject() ? Optional.of(TechnicalHistory.floors(floors)) : Optional.empty());
  }

  private static Naming naming(Past fact) {
    JsonNode payload = fact.payload();
    Set<String> people = new TreeSet<>();
    payload
        .path("authorities")
        .forEach(authority -> people.add(authority.path("subject").asText()));
    return new Naming(
        payload.path("tier").asText(), payload.path("approvalsNeeded").asInt(), people);
  }

  private static Decided decided(Past fact) {
    JsonNode payload = fact.payload();
    return new Decided(
        fact.actor(),
        APPROVING.contains(payload.path("outcome").asText()),
        payload.path("modelDigest").asText());
  }
}
