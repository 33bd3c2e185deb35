package io.sallyport.gates;

import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskLine;
import io.sallyport.authority.TaskView;
import io.sallyport.custody.Ledger;
import io.sallyport.gates.pages.Comparison;
import io.sallyport.gates.pages.GatePacket;
import io.sallyport.gates.pages.SecurityTable;
import io.sallyport.gates.pages.TechnicalTable;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The frozen packet as one person may see it: numbers of Gate 1 are for technical authority,
 * authorizing official and auditor, never for whoever submitted the version (design, trust 3).
 */
@Component
public class PacketViews {

  private final Models models;
  private final Ledger ledger;
  private final Names names;
  private final Clock clock;

  PacketViews(Models models, Ledger ledger, Names names, Clock clock) {
    this.models = models;
    this.ledger = ledger;
    this.names = names;
    this.clock = clock;
  }

  /** Whether the person may see what Gate 1 measured. */
  public static boolean seesNumbers(Person person, ModelVersion version) {
    boolean role =
        List.of(Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL, Role.AUDITOR).stream()
            .anyMatch(one -> person.is(one, version.program()));
    return role && !version.isSubmittedBy(person);
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
    Map<?, ?> inService = map(content.get("inService")).orElse(Map.of());
    Optional<TechnicalTable> technical =
        map(content.get("technical"))
            .filter(any -> seesNumbers(person, version))
            .map(own -> TechnicalTable.of(own, numbers(inService, person)));
    Optional<SecurityTable> security = map(content.get("security")).map(SecurityTable::of);
    String submitted = Moment.of(version.submittedAt(), clock.instant()).day();
    GatePacket packet =
        new GatePacket(
            technical, verdict(content), security, Comparison.of(content, names::principal));
    return new TaskView(
        version.program()
            + ", tier "
            + version.tier().word()
            + ". Asked by "
            + version.submitterName()
            + " on "
            + submitted
            + ". "
            + replaces(packet.comparison(), version.submission().endpoint().name()),
        version.submission().reason(),
        version.submitterName() + ", " + submitted,
        PacketStrip.of(packet, version.submission(), request, needed(version.id())),
        "gates/packet",
        packet);
  }

  private static String replaces(Comparison comparison, String endpoint) {
    return comparison.hasPredecessor()
        ? "It takes the place of " + comparison.version() + " at " + endpoint + "."
        : "Nothing answers at " + endpoint + " yet.";
  }

  /** What the version in service reached, unless the reader submitted that one. */
  private static Map<?, ?> numbers(Map<?, ?> inService, Person person) {
    return person.subject().equals(inService.get("submitter"))
        ? Map.of()
        : map(inService.get("technical")).orElse(Map.of());
  }

  /** How many signatures the tier needs; 1 where nobody was named. */
  public int needed(String modelVersion) {
    return Lineage.of(ledger, modelVersion)
        .newest("authorities-named")
        .map(fact -> fact.payload().path("approvalsNeeded").asInt(1))
        .orElse(1);
  }

  private static String verdict(Map<String, Object> content) {
    return map(content.get("technical"))
        .map(technical -> String.valueOf(technical.get("verdict")))
        .orElse("not judged");
  }

  private static Optional<Map<?, ?>> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }
}
