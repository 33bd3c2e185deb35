package io.sallyport.models.pages;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Moment;
import io.sallyport.custody.Fact;
import io.sallyport.custody.RecordedFact;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A recorded fact in words. Never a measured number: the history is for everybody of the program
 * (design, trust 3).
 *
 * @param day when it happened; of a signed decision, when it was stated
 * @param recorded when it was recorded, if that was more than a minute later; else empty
 */
record HistoryLine(
    String state,
    String words,
    String who,
    int ordinal,
    String sha256,
    String day,
    String iso,
    String recorded) {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("model-version-submitted", "Submitted"),
          Map.entry("boundary-checked", "Everything named lies inside the boundary"),
          Map.entry("data-copied", "The exact data versions were copied"),
          Map.entry("held-out-set-fixed", "The held-out set was fixed, before training"),
          Map.entry("model-trained", "Trained"),
          Map.entry("model-registered", "Registered, not approved"),
          Map.entry("gate-1-passed", "Gate 1 passed"),
          Map.entry("gate-1-failed", "Gate 1 failed"),
          Map.entry("security-checked", "Artifact and images were checked"),
          Map.entry("gate-2-passed", "Gate 2 passed"),
          Map.entry("gate-2-failed", "Gate 2 failed"),
          Map.entry("authorities-named", "The authorities were named"),
          Map.entry("gate-3-passed", "Gate 3 passed: authorized"),
          Map.entry("gate-3-failed", "Gate 3 failed"),
          Map.entry("registry-approved", "Approved in the registry"),
          Map.entry("deployment-checked", "The ledger confirmed it for deployment"),
          Map.entry("deployment-refused", "The ledger refused its deployment"),
          Map.entry("endpoint-in-service", "The endpoint runs"),
          Map.entry("answers-verified", "It answers as it was evaluated"),
          Map.entry("service-period-opened", "In service: the period was opened"),
          Map.entry("invocation-permitted", "Invocation was permitted"),
          Map.entry("invocation-not-permitted", "Invocation was not permitted"),
          Map.entry("service-period-closed", "Another version took its place in service"),
          Map.entry("endpoint-removed", "Its endpoint was removed"),
          Map.entry("emergency-stopped", "Emergency stop"),
          Map.entry("invocation-withdrawn", "The permission to invoke was taken away"),
          Map.entry("service-restored", "Put back into service"),
          Map.entry("episode-opened", "A new decision was asked for"),
          Map.entry("episode-finding-added", "Something more was found"),
          Map.entry("evidence-gathered", "The evidence for a new decision was gathered"),
          Map.entry("episode-reminded", "Those who are asked were reminded"),
          Map.entry("episode-escalated", "The authorization ended without a decision"),
          Map.entry("episode-closed", "The decision took effect"),
          Map.entry("service-suspended", "Suspended until it is decided"),
          Map.entry("service-stays-suspended", "It stays suspended"),
          Map.entry("service-resumed", "Answers again"),
          Map.entry("authorization-renewed", "Its authorization was renewed"),
          Map.entry("terms-tightened", "Its terms were tightened"),
          Map.entry("retraining-expected", "A retrained version is expected"),
          Map.entry("withdrawal-asked", "Withdrawal asked for"),
          Map.entry("model-version-archived", "Archived"));

  /** {@code person} tells the name of a subject id. */
  static HistoryLine of(RecordedFact fact, UnaryOperator<String> person, Instant now) {
    JsonNode payload = fact.payload();
    Moment at = Moment.of(fact.occurredAt(), now);
    String words = words(fact.kind(), payload);
    return new HistoryLine(
        state(fact.kind()),
        words,
        who(fact, payload, person),
        fact.ordinal(),
        fact.sha256().hex(),
        at.day(),
        at.iso(),
        Moment.later(fact.occurredAt(), fact.recordedAt(), now).map(Moment::day).orElse(""));
  }

  private static String words(String kind, JsonNode payload) {
    if (kind.equals("decision-signed")) {
      return "Signed: " + payload.path("outcome").asText().replace('-', ' ');
    }
    String words = kind.replace('-', ' ');
    return WORDS.getOrDefault(kind, Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  private static String who(RecordedFact fact, JsonNode payload, UnaryOperator<String> person) {
    if (fact.actor().equals(Fact.SALLYPORT)) return "Sallyport";
    String name = payload.path("name").asText(payload.path("submitterName").asText());
    return name.isEmpty() ? person.apply(fact.actor()) : name;
  }

  private static String state(String kind) {
    boolean no =
        kind.endsWith("-failed")
            || kind.endsWith("-refused")
            || kind.endsWith("-rejected")
            || kind.endsWith("-stopped")
            || kind.endsWith("-archived")
            || kind.endsWith("-suspended")
            || kind.contains("alert");
    if (no) return "stop";
    return kind.equals("decision-signed") ? "you" : "ok";
  }
}
