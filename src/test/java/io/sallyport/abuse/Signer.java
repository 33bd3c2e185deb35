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
    sign(name, task(task).orElseThrow(), outcome);
  }

  void stops(String name) {
    HumanTask start = decisions.startable(EmergencyStops.START, modelVersion).orElseThrow();
    sign(name, start, EmergencyStops.STOP);
  }

  private void sign(String name, HumanTask task, String outcome) {
    Person person = person(boundary, name);
    Decision decision = new Decision(outcome, "Looked at all of it with care.", Map.of());
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
