package io.sallyport.deployment.stop;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedDecision;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskPage;
import io.sallyport.authority.TaskView;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Human task <i>Restore or retire, and sign</i> of {@code emergency-stop}: for a second person. */
@Component
class DecideAfterStop implements TaskPage {

  static final String STOPPED = "emergency-stopped";

  private final Models models;
  private final Ledger ledger;
  private final Names names;
  private final Clock clock;

  DecideAfterStop(Models models, Ledger ledger, Names names, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.names = names;
    this.clock = clock;
  }

  /** The groups whose members may decide, whoever of them did not stop it. */
  static List<String> deciders(String program) {
    return Stream.of(Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL)
        .map(role -> new Membership(program, role).group())
        .toList();
  }

  @Override
  public String task() {
    return "decide-after-stop";
  }

  @Override
  public String program(HumanTask task) {
    return models.of(task.modelVersion()).program();
  }

  @Override
  public String question(HumanTask task) {
    ModelVersion version = models.of(task.modelVersion());
    return "Put " + version.model() + " version " + version.number() + " back into service?";
  }

  @Override
  public List<String> groups(HumanTask task) {
    return deciders(program(task));
  }

  @Override
  public List<Choice> choices(HumanTask task) {
    return List.of(
        new Choice(
            "restore",
            "Put back into service",
            "I looked into the cause; this version may answer again.",
            "the ledger is asked again, then it answers"),
        new Choice(
            "retire",
            "Retire",
            "This version must not answer again.",
            "its endpoint is deleted; a new version needs all gates"));
  }

  @Override
  public Map<String, List<String>> parts(HumanTask task) {
    RecordedFact stopped = stopped(task);
    return Map.of(stopped.actor(), List.of("stopped it"));
  }

  @Override
  public Packet packet(HumanTask task) {
    ModelVersion version = models.of(task.modelVersion());
    RecordedFact stopped = stopped(task);
    return new Packet(
        version.id(),
        version.trainedDigest(),
        List.of(
            new Packet.Evidence(stopped.ordinal() + " " + stopped.kind(), stopped.sha256().hex())),
        Map.of(
            "submission", SubmissionReader.tree(version.submission()),
            "tier", version.tier().word(),
            "submitterName", version.submitterName(),
            "submittedAt", version.submittedAt().toString(),
            "stoppedBy", stopped.payload().path("name").asText(),
            "stoppedAt", stopped.occurredAt().toString(),
            "stopGrounds", stopped.payload().path("grounds").asText()));
  }

  @Override
  public TaskLine line(HumanTask task) {
    RecordedFact stopped = stopped(task);
    ModelVersion version = models.of(task.modelVersion());
    return new TaskLine(
        "“" + stopped.payload().path("grounds").asText() + "”",
        "Emergency stop, "
            + version.program()
            + ". Stopped by "
            + stopped.payload().path("name").asText()
            + ".",
        version.modelDigest().orElse(""));
  }

  /** From the frozen packet: what a second person decides about. */
  @Override
  public TaskView view(DecisionRequest request, Person person) {
    ModelVersion version = models.of(request.task().modelVersion());
    String by = text(request, "stoppedBy");
    String at = Moment.of(Instant.parse(text(request, "stoppedAt")), clock.instant()).day();
    return new TaskView(
        version.program() + ", tier " + version.tier().word() + ". Nobody is answered meanwhile.",
        text(request, "stopGrounds"),
        by + ", " + at,
        List.of(
            new TaskView.Fact(
                "stop", "Endpoint", "Stopped", version.submission().endpoint().name()),
            new TaskView.Fact("", "Stopped by", by, at),
            new TaskView.Fact(
                "",
                "Authorization ends",
                Moment.date(LocalDate.parse(version.submission().envelope().expires())),
                "unless an authority set an earlier end"),
            new TaskView.Fact("you", "Who decides", "A second person", "not " + by)),
        "deployment/after-stop",
        version.submission().endpoint().consumers().stream().map(names::principal).toList());
  }

  private static String text(DecisionRequest request, String name) {
    return String.valueOf(request.packet().content().getOrDefault(name, ""));
  }

  @Override
  public Map<String, Object> variables(HumanTask task, List<SignedDecision> signed) {
    return Map.of("outcome", signed.get(signed.size() - 1).outcome());
  }

  private RecordedFact stopped(HumanTask task) {
    return Lineage.of(ledger, task.modelVersion())
        .newest(STOPPED)
        .orElseThrow(() -> new IllegalStateException("The stop itself is a fact"));
  }
}
