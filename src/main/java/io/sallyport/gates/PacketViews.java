package io.sallyport.gates;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskView;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.custody.Ledger;
import io.sallyport.gates.pages.GatePacket;
import io.sallyport.gates.pages.GatePacket.Asked;
import io.sallyport.gates.pages.SecurityTable;
import io.sallyport.gates.pages.TechnicalTable;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The frozen packet as one person may see it: numbers of Gate 1 are for technical authority,
 * authorizing official and auditor, never for whoever submitted the version (design, trust 3).
 */
@Component
class PacketViews {

  private final Models models;
  private final Ledger ledger;
  private final Clock clock;

  PacketViews(Models models, Ledger ledger, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Whether the person may see what Gate 1 measured. */
  static boolean seesNumbers(Person person, ModelVersion version) {
    boolean role =
        List.of(Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL, Role.AUDITOR).stream()
            .anyMatch(one -> person.is(one, version.program()));
    return role && !person.subject().equals(version.submitter());
  }

  TaskLine line(HumanTask task, String gate) {
    ModelVersion version = models.of(task.modelVersion());
    return new TaskLine(
        "“" + version.submission().reason() + "”",
        gate + ", " + version.program() + ". Asked by " + version.submitterName() + ".",
        version.modelDigest().orElse(""));
  }

  TaskView view(DecisionRequest request, Person person) {
    ModelVersion version = models.of(request.task().modelVersion());
    Map<String, Object> content = request.packet().content();
    Optional<TechnicalTable> technical =
        map(content.get("technical"))
            .filter(any -> seesNumbers(person, version))
            .map(TechnicalTable::of);
    Optional<SecurityTable> security = map(content.get("security")).map(SecurityTable::of);
    String submitted = Moment.of(version.submittedAt(), clock.instant()).day();
    GatePacket packet =
        new GatePacket(technical, verdict(content), security, asked(version.submission()));
    return new TaskView(
        version.program()
            + ", tier "
            + version.tier().word()
            + ". Asked by "
            + version.submitterName()
            + " on "
            + submitted
            + ".",
        version.submission().reason(),
        version.submitterName() + ", " + submitted,
        strip(request, packet),
        "gates/packet",
        packet);
  }

  /** How many signatures the tier needs; 1 where nobody was named. */
  int needed(String modelVersion) {
    return Lineage.of(ledger, modelVersion)
        .newest("authorities-named")
        .map(fact -> fact.payload().path("approvalsNeeded").asInt(1))
        .orElse(1);
  }

  private List<Fact> strip(DecisionRequest request, GatePacket packet) {
    ModelVersion version = models.of(request.task().modelVersion());
    List<Fact> strip = new ArrayList<>();
    strip.add(technical(packet));
    packet.security().map(PacketViews::security).ifPresent(strip::add);
    strip.add(end(version.submission()));
    strip.add(signatures(request.signed().size(), needed(version.id())));
    return strip;
  }

  private static Fact technical(GatePacket packet) {
    String title = "Gate 1, technical";
    return packet
        .technical()
        .map(table -> new Fact(table.state(), title, table.summary(), calls(table)))
        .orElseGet(
            () ->
                new Fact("ok", title, sentence(packet.verdict()), "numbers are for the authority"));
  }

  private static Fact security(SecurityTable table) {
    boolean clean = table.findings() == 0;
    return new Fact(
        clean ? "ok" : "watch",
        "Gate 2, security",
        clean ? "No finding" : table.findings() + " findings",
        table.checks().size() + " checks, see below");
  }

  private static Fact end(Submission asked) {
    return new Fact(
        "",
        "Authorization ends",
        Moment.date(LocalDate.parse(asked.envelope().expires())),
        asked.endpoint().consumers().size() + " principals may call it");
  }

  private static Fact signatures(int signed, int needed) {
    return new Fact(
        "you",
        "Signatures",
        signed + " of " + needed,
        signed + 1 >= needed ? "Yours completes it" : "Others sign beside you");
  }

  private static String calls(TechnicalTable table) {
    return table.closeCalls().isEmpty()
        ? "look " + table.look() + " of " + table.maximumLooks()
        : "close call: " + String.join(", ", table.closeCalls());
  }

  private static String verdict(Map<String, Object> content) {
    return map(content.get("technical"))
        .map(technical -> String.valueOf(technical.get("verdict")))
        .orElse("not judged");
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Optional<Map<?, ?>> map(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }

  static List<Asked> asked(Submission asked) {
    return List.of(
        new Asked("Purpose", asked.envelope().purpose(), false),
        new Asked("Endpoint", asked.endpoint().name(), true),
        new Asked(
            "Instances",
            asked.endpoint().minimumInstances()
                + " to "
                + asked.endpoint().maximumInstances()
                + " of "
                + asked.endpoint().instanceType(),
            false),
        new Asked("Principals", String.join(", ", asked.endpoint().consumers()), true),
        new Asked("Until", asked.envelope().expires(), false),
        new Asked("Training data", asked.data().source().uri(), true),
        new Asked("Training image", asked.containers().training(), true),
        new Asked("Inference image", asked.containers().inference(), true));
  }
}
