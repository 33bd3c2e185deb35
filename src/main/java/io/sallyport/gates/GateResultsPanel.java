package io.sallyport.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Person;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.gates.approval.DecideOnPromotion;
import io.sallyport.gates.pages.GateResults;
import io.sallyport.gates.pages.GateResults.Asked;
import io.sallyport.gates.pages.GateResults.Bit;
import io.sallyport.gates.pages.GateResults.Gate;
import io.sallyport.gates.pages.GateResults.Public;
import io.sallyport.gates.pages.SecurityTable;
import io.sallyport.gates.pages.TechnicalTable;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.rules.technical.EvaluationPlans;
import io.sallyport.rules.technical.SubmitterView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The gates' panel of a version's page: numbers for those who may see them, one bit for others. */
@Component
class GateResultsPanel implements VersionPanel {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String NOT_YET = "Not reached";

  private final Ledger ledger;
  private final DecisionPackets packets;
  private final PacketViews views;
  private final Clock clock;

  GateResultsPanel(Ledger ledger, DecisionPackets packets, PacketViews views, Clock clock) {
    this.ledger = ledger;
    this.packets = packets;
    this.views = views;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String template() {
    return "gates/results";
  }

  @Override
  public Optional<GateResults> content(ModelVersion version, Person person) {
    Lineage lineage = Lineage.of(ledger, version.id());
    Optional<RecordedFact> judged =
        lineage.newest(Lineage.GATE_1_PASSED).or(() -> lineage.newest(Lineage.GATE_1_FAILED));
    boolean numbers = PacketViews.seesNumbers(person, version);
    return Optional.of(
        new GateResults(
            gates(lineage, version),
            judged.filter(any -> numbers).map(fact -> table(fact.payload())),
            judged.filter(any -> !numbers).map(fact -> bit(fact.payload(), version)),
            lineage
                .newest(Lineage.SECURITY_CHECKED)
                .map(fact -> MAPPER.convertValue(fact.payload(), Map.class))
                .map(SecurityTable::of)));
  }

  private TechnicalTable table(JsonNode payload) {
    return TechnicalTable.of(packets.technical(payload));
  }

  private static Bit bit(JsonNode payload, ModelVersion version) {
    SubmitterView view =
        SubmitterView.of(
            EvaluationPlans.of(version.submission()),
            payload.path("look").asInt(),
            payload.path("floors").path("maximumLooks").asInt(),
            Findings.read(payload.path("findings")));
    return new Bit(
        view.verdict(),
        view.asked().stream().map(asked -> new Asked(asked.subject(), asked.threshold())).toList(),
        view.look(),
        view.maximumLooks(),
        view.findings().stream()
            .map(one -> new Public(one.subject(), one.value(), one.limit()))
            .toList());
  }

  private List<Gate> gates(Lineage lineage, ModelVersion version) {
    Gate third = gate("3, authorization", lineage, Lineage.GATE_3_PASSED, Lineage.GATE_3_FAILED);
    boolean over = version.state().isOver();
    boolean open =
        !over && third.state().isEmpty() && lineage.newest("authorities-named").isPresent();
    long signed =
        lineage.all(Lineage.DECISION_SIGNED).stream()
            .filter(fact -> fact.payload().path("task").asText().equals(DecideOnPromotion.TASK))
            .count();
    return Stream.of(
            gate("1, technical", lineage, Lineage.GATE_1_PASSED, Lineage.GATE_1_FAILED),
            gate("2, security", lineage, Lineage.GATE_2_PASSED, Lineage.GATE_2_FAILED),
            open
                ? new Gate(
                    third.name(),
                    "",
                    signed + " of " + views.needed(version.id()) + " signed",
                    "waits for signatures")
                : third)
        .map(gate -> over && gate.outcome().equals(NOT_YET) ? never(gate) : gate)
        .toList();
  }

  private static Gate never(Gate gate) {
    return new Gate(gate.name(), gate.state(), "Did not come to it", gate.decided());
  }

  private Gate gate(String name, Lineage lineage, String passed, String failed) {
    Optional<RecordedFact> yes = lineage.newest(passed);
    Optional<RecordedFact> no = lineage.newest(failed);
    if (no.isPresent()) return new Gate(name, "stop", outcome(no.get()), day(no.get()));
    return yes.map(fact -> new Gate(name, "ok", "Passed", day(fact)))
        .orElseGet(() -> new Gate(name, "", NOT_YET, ""));
  }

  /** Gate 1 says in which way it failed: one bit, for everybody. */
  private static String outcome(RecordedFact failed) {
    return failed.kind().equals(Lineage.GATE_1_FAILED)
        ? "Failed: " + failed.payload().path("verdict").asText("not proven")
        : "Failed";
  }

  private String day(RecordedFact fact) {
    return Moment.of(fact.occurredAt(), clock.instant()).day();
  }
}
