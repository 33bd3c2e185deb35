package io.sallyport.authority;

import io.sallyport.authority.signing.RealmKeysSeen;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.custody.Evidence;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.Envelope;
import io.sallyport.custody.proof.FactorPeriod;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.CaseTransaction;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one door for human decisions (S11, S12, F03, F04). A person opens a task and sees a frozen
 * packet; states a decision; signs it by step-up; and then, in one transaction, rights are checked
 * again, envelope and fact are recorded, and the task is completed.
 */
@Component
public class Decisions {

  private final DecisionTasks tasks;
  private final DecisionRequests requests;
  private final DecisionRecords records;
  private final RealmKeysSeen realmKeys;
  private final Directory directory;
  private final Evidence evidence;
  private final Ledger ledger;
  private final Settings settings;
  private final CaseTransaction transaction;
  private final Clock clock;

  Decisions(
      DecisionTasks tasks,
      DecisionRequests requests,
      DecisionRecords records,
      RealmKeysSeen realmKeys,
      Directory directory,
      Evidence evidence,
      Ledger ledger,
      Settings settings,
      CaseTransaction transaction,
      Clock clock) {
    this.tasks = tasks;
    this.requests = requests;
    this.records = records;
    this.realmKeys = realmKeys;
    this.directory = directory;
    this.evidence = evidence;
    this.ledger = ledger;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Whether the task, or the start that a person makes, can be decided now. */
  public boolean isOpen(String taskId) {
    return tasks.open(taskId).isPresent();
  }

  /** The task, or the start that a person makes, whether it can be decided or not. */
  public Optional<HumanTask> any(String taskId) {
    return tasks.any(taskId);
  }

  /** What a person may start now by signature, as a task that can be stated and signed. */
  public Optional<HumanTask> startable(String start, String modelVersion) {
    return tasks.startable(start, modelVersion);
  }

  /** Where a start is stated and told about; empty for a task. */
  public Optional<String> pageOfStart(HumanTask task) {
    return tasks.pageOfStart(task);
  }

  /** Puts the task before the person, and freezes what the person sees. */
  public DecisionRequest open(String taskId, Person person) {
    DecisionRequest request = requests.of(openTask(taskId), person);
    if (!person.belongsTo(request.program())) {
      throw new Forbidden(
          "authorization/the-task-is-of-ones-program",
          person.username(),
          "nobody in " + request.program(),
          "people of the program");
    }
    records.keep(taskId, request.packet().bytes());
    return request;
  }

  /**
   * States a decision; all that is wrong with it is told at once. Nothing is decided yet.
   *
   * @param packetSha256 what the person saw: nothing else is stated, whatever is true by now
   */
  public PendingDecision state(
      String taskId, Person person, Decision decision, String packetSha256) {
    DecisionRequest request = requests.of(openTask(taskId), person);
    requests.requireAllowed(request, person, decision);
    requests.requireUnchanged(request, packetSha256);
    Digest packet = records.keep(taskId, request.packet().bytes());
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var approver =
        new DecisionStatements.Approver(
            person, settings.issuer().toString(), settings.requiredAcr(), at);
    Bytes statement = Bytes.of(DecisionStatements.ofPerson(request, decision, approver).toBytes());
    PendingDecision pending =
        new PendingDecision(
            taskId,
            person.subject(),
            statement,
            statement.digest().hex(),
            packet.hex(),
            decision,
            at);
    records.keep(pending);
    return pending;
  }

  /** What the person is about to sign. */
  public PendingDecision pending(String taskId, Person person) {
    return records
        .pending(taskId, person.subject())
        .orElseThrow(
            () ->
                new Refused(
                    "decision/it-was-stated", "the decision", "not stated", "a stated decision"));
  }

  /** What a decider saw, by its digest: the bytes that the signature covers. */
  public Optional<Bytes> packet(String sha256) {
    return records.packet(sha256);
  }

  /** What changed since the person saw the packet with this digest; empty: nothing. */
  public List<Finding> changesSince(DecisionRequest request, String packetSha256) {
    return requests.changesSince(request, packetSha256);
  }

  /** All that is wrong with a decision, each finding's subject the field's name. */
  public List<Finding> wrong(DecisionRequest request, Person person, Decision decision) {
    return requests.wrong(request, person, decision);
  }

  /** The principals of whom some may be chosen in a field of the task's form. */
  public List<String> principals(DecisionRequest request, String key) {
    return tasks.of(request.task()).principals(request.task(), key);
  }

  /** What the stage shows of the task to this person. */
  public TaskView view(DecisionRequest request, Person person) {
    return tasks.page(request.task()).view(request, person);
  }

  /** What follows when the person signs this choice. */
  public String follows(DecisionRequest request, TaskPage.Choice choice) {
    return tasks.of(request.task()).follows(request, choice);
  }

  /** The question that a task asks. */
  public String question(HumanTask task) {
    return tasks.of(task).question(task);
  }

  /** The program that a task belongs to. */
  public String program(HumanTask task) {
    return tasks.of(task).program(task);
  }

  public TaskLine line(HumanTask task) {
    return tasks.page(task).line(task);
  }

  /** What the person signed, newest first. */
  public List<DoneDecision> done(Person person) {
    return records.done(person.subject());
  }

  /**
   * Records the signed decision and lets the case go on; everything or nothing. Whatever lies
   * outside the database is asked before the version is held; what may have changed since is
   * checked again.
   */
  public void sign(SignedChallenge proof, Person person) {
    PendingDecision pending = pending(proof.taskId(), person);
    requireSame(
        "decision/what-was-signed-was-stated", pending.statementSha256(), proof.statementSha256());
    requireSame(
        "decision/the-level-is-the-one-stated",
        DecisionStatements.requiredAcr(pending),
        settings.requiredAcr());
    Decider decider = decider(pending.person());
    requireAllowed(openTask(pending.taskId()), decider, pending);
    Instant keySeen = realmKeys.record(proof.jwkJson());
    Envelope envelope = evidence.sign(DecisionStatements.proved(pending, proof));
    transaction.run(
        () -> {
          ledger.lock(openTask(pending.taskId()).modelVersion());
          Instant at = record(openTask(pending.taskId()), decider, pending, envelope);
          requireInTime(pending, proof.authTime(), keySeen, at);
        });
  }

  /** Whoever decides, by the directory, and when it was asked. */
  private record Decider(Person person, Instant asked) {}

  private Decider decider(String subject) {
    Instant asked = clock.instant();
    return directory
        .find(subject)
        .map(person -> new Decider(person, asked))
        .orElseThrow(
            () ->
                new Forbidden(
                    "authorization/the-person-is-known",
                    subject,
                    "not in the directory",
                    "enabled people"));
  }

  /** Whether this may be decided now: as the person saw it, and by what the person may do. */
  private DecisionRequest requireAllowed(HumanTask task, Decider decider, PendingDecision pending) {
    DecisionRequest request = requests.of(task, decider.person());
    requests.requireAllowed(request, decider.person(), pending.decision());
    requests.requireUnchanged(request, pending.packetSha256());
    return request;
  }

  /** When it was recorded. */
  private Instant record(
      HumanTask task, Decider decider, PendingDecision pending, Envelope envelope) {
    requireFresh(decider);
    Person now = decider.person();
    DecisionRequest request = requireAllowed(task, decider, pending);
    Digest kept = evidence.keep(task.modelVersion(), envelope);
    if (!records.signed(task, now.subject(), pending.decision().outcome(), kept)) {
      throw taken();
    }
    RecordedFact fact = ledger.append(requests.fact(request, now, pending, kept));
    records.forget(task.id(), now.subject());
    tasks.carryOn(task, now, pending.decision(), records.signatures(task.processInstance()));
    return fact.recordedAt();
  }

  /**
   * The times that are recorded are those that a verifier compares, and clocks step: what would be
   * refused offline for ever is refused here.
   */
  private static void requireInTime(
      PendingDecision pending, Instant given, Instant keySeen, Instant recorded) {
    new FactorPeriod(pending.statedAt(), recorded)
        .wrong("signature", "auth_time", given)
        .ifPresent(
            finding -> {
              throw new Refused(List.of(finding));
            });
    if (keySeen.isAfter(recorded)) {
      throw new Refused(
          "signature/realm-key-was-recorded-before", "the realm's key", keySeen, recorded);
    }
  }

  /**
   * The version was held by somebody else for so long that the person's rights may have changed.
   */
  private void requireFresh(Decider decider) {
    Duration age = Duration.between(decider.asked(), clock.instant());
    if (age.compareTo(settings.rightsAgeMax()) > 0) {
      throw new Refused(
          "conflict/the-rights-are-of-this-moment",
          "the directory's answer",
          age.toSeconds() + " s old",
          "at most " + settings.rightsAgeMax().toSeconds() + " s; sign again");
    }
  }

  private static void requireSame(String rule, String stated, String signed) {
    if (!stated.equals(signed)) {
      throw new Refused(rule, "what is signed", signed, stated);
    }
  }

  private HumanTask openTask(String taskId) {
    return tasks.open(taskId).orElseThrow(Decisions::taken);
  }

  private static Refused taken() {
    return new Refused("decision/the-task-is-open", "the task", "decided or gone", "an open task");
  }
}
