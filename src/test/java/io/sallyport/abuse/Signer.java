package io.sallyport.abuse;

import io.sallyport.authority.Decision;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Directory;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Person;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.deployment.stop.EmergencyStops;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.monitoring.EpisodeStarts;
import io.sallyport.workflow.HumanTask;
import java.util.Map;
import java.util.Optional;

/**
 * People who decide about one version. What the step-up proves is tested where it is made; here its
 * proof is given.
 */
final class Signer {

  private final LocalBoundary boundary;
  private final String modelVersion;
  private final Decisions decisions;

  Signer(LocalBoundary boundary, String modelVersion) {
    this.boundary = boundary;
    this.modelVersion = modelVersion;
    this.decisions = boundary.bean(Decisions.class);
  }

  static Person person(LocalBoundary boundary, String name) {
    return boundary
        .bean(Directory.class)
        .find(DemoPeople.named(name).subject())
        .orElseThrow(() -> new AssertionError(name + " is a demo person"));
  }

  Optional<HumanTask> task(String key) {
    return boundary.bean(Inbox.class).about(modelVersion).stream()
        .filter(task -> task.key().equals(key))
        .findFirst();
  }

  void decides(String name, String task, String outcome) {
    decides(name, task, outcome, Map.of());
  }

  /** The same with terms. */
  void decides(String name, String task, String outcome, Map<String, String> limits) {
    sign(name, task(task).orElseThrow(), decision(outcome, limits));
  }

  void stops(String name) {
    sign(name, start(EmergencyStops.START), decision(EmergencyStops.STOP, Map.of()));
  }

  /** Asks for a new decision. */
  void opens(String name) {
    sign(name, start(EpisodeStarts.START), decision(EpisodeStarts.OPEN, Map.of()));
  }

  private HumanTask start(String word) {
    return decisions.startable(word, modelVersion).orElseThrow();
  }

  private static Decision decision(String outcome, Map<String, String> limits) {
    return new Decision(outcome, "Looked at all of it with care.", limits);
  }

  private void sign(String name, HumanTask task, Decision decision) {
    Person person = person(boundary, name);
    String seen = decisions.open(task.id(), person).packetSha256();
    PendingDecision pending = decisions.state(task.id(), person, decision, seen);
    decisions.sign(
        new SignedChallenge(
            pending.taskId(),
            pending.statementSha256(),
            "challenge",
            "token",
            "{\"kid\":\"given\"}",
            pending.statedAt()),
        person);
  }
}
