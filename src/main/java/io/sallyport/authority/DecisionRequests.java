package io.sallyport.authority;

import io.sallyport.custody.Fact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Digest;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.authorization.DecisionFacts;
import io.sallyport.rules.authorization.DecisionRules;
import io.sallyport.workflow.HumanTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts a task before a person, judges what the person wants to decide about it, and says what is
 * recorded of it (S11, F03).
 */
@Component
class DecisionRequests {

  private final DecisionTasks tasks;
  private final DecisionRecords records;

  DecisionRequests(DecisionTasks tasks, DecisionRecords records) {
    this.tasks = tasks;
    this.records = records;
  }

  DecisionRequest of(HumanTask task, Person person) {
    Signable page = tasks.of(task);
    Packet packet = page.packet(task);
    return new DecisionRequest(
        task,
        page.program(task),
        page.question(task),
        page.choices(task),
        packet,
        packet.bytes().digest().hex(),
        bars(task, person),
        records.signatures(task.processInstance()));
  }

  /** Why the person may not decide; empty: may decide. */
  List<Finding> bars(HumanTask task, Person person) {
    Decision none = new Decision("", "", Map.of());
    return DecisionRules.ABOUT_THE_DECIDER.check(facts(task, person, none));
  }

  /** Refuses whoever may not decide, and then whatever is wrong with the decision. */
  void requireAllowed(DecisionRequest request, Person person, Decision decision) {
    if (!request.bars().isEmpty()) throw new Forbidden(request.bars());
    List<Finding> findings = wrong(request, person, decision);
    if (!findings.isEmpty()) throw new Refused(findings);
  }

  /** All that is wrong with a decision, each finding's subject the field's name. */
  List<Finding> wrong(DecisionRequest request, Person person, Decision decision) {
    List<Finding> findings =
        new ArrayList<>(DecisionRules.BOOK.check(facts(request.task(), person, decision)));
    findings.addAll(tasks.of(request.task()).wrongLimits(request.task(), decision));
    return findings;
  }

  /** What changed since the person saw the packet with this digest; empty: nothing. */
  List<Finding> changesSince(DecisionRequest request, String packetSha256) {
    if (request.packetSha256().equals(packetSha256)) return List.of();
    Bytes seen = records.packet(packetSha256).orElse(Bytes.utf8("{}"));
    return PacketChanges.between(CanonicalJson.read(seen.toArray()), request.packet());
  }

  void requireUnchanged(DecisionRequest request, String packetSha256) {
    List<Finding> changes = changesSince(request, packetSha256);
    if (!changes.isEmpty()) throw new Refused(changes);
  }

  /** What a signed decision adds to the ledger. */
  Fact fact(DecisionRequest request, Person person, PendingDecision pending, Digest envelope) {
    Map<String, Object> payload = new TreeMap<>();
    payload.put("task", request.task().key());
    payload.put("taskId", request.task().id());
    payload.put("outcome", pending.decision().outcome());
    payload.put("grounds", pending.decision().grounds().strip());
    payload.put("limits", new TreeMap<>(pending.decision().limits()));
    payload.put("name", person.name());
    payload.put("groups", groups(request.task(), person));
    payload.put("modelDigest", request.packet().modelDigest());
    payload.put("packetSha256", pending.packetSha256());
    payload.put("statementSha256", pending.statementSha256());
    payload.put("envelope", envelope.hex());
    return new Fact(
        "decision-signed",
        1,
        request.task().modelVersion(),
        person.subject(),
        Optional.empty(),
        pending.statedAt(),
        Optional.empty(),
        payload);
  }

  /** In which of the groups that the task is for the person decided: what an outsider looks at. */
  private List<String> groups(HumanTask task, Person person) {
    return tasks.of(task).groups(task).stream().filter(person.groups()::contains).sorted().toList();
  }

  private DecisionFacts facts(HumanTask task, Person person, Decision decision) {
    Signable page = tasks.of(task);
    return new DecisionFacts(
        person.subject(),
        person.machine(),
        task.assignee().map(Set::of).orElseGet(Set::of),
        new HashSet<>(page.groups(task)),
        new HashSet<>(person.groups()),
        page.parts(task),
        decision.outcome(),
        page.choices(task).stream().map(TaskPage.Choice::outcome).collect(Collectors.toSet()),
        decision.grounds());
  }
}
