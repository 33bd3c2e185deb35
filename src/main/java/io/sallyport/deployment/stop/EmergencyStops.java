package io.sallyport.deployment.stop;

import io.sallyport.authority.Decision;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Packet;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.SignedStart;
import io.sallyport.authority.TaskPage.Choice;
import io.sallyport.authority.VersionLink;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.deployment.period.ServicePeriods;
import io.sallyport.deployment.stop.Suspensions.Order;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stop always, bypass never (F37): one named person stops a version in service, and the traffic
 * stops in the transaction that records the signature; only a second person restores it, and the
 * ledger is asked again.
 */
@Component
public class EmergencyStops implements SignedStart {

  /** The word under which the signature is recorded. */
  public static final String START = "stop-service";

  /** The one choice. */
  public static final String STOP = "stop";

  private static final List<Role> STOPPERS =
      List.of(Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL);

  private final Models models;
  private final ServicePeriods periods;
  private final Suspensions suspensions;
  private final Ledger ledger;

  EmergencyStops(Models models, ServicePeriods periods, Suspensions suspensions, Ledger ledger) {
    this.models = models;
    this.periods = periods;
    this.suspensions = suspensions;
    this.ledger = ledger;
  }

  /** Whether the person may stop this version. */
  public boolean mayStop(Person person, ModelVersion version) {
    return !person.machine()
        && STOPPERS.stream().anyMatch(role -> person.is(role, version.program()));
  }

  @Override
  public String task() {
    return START;
  }

  @Override
  public String name() {
    return "Emergency stop";
  }

  /** How many stops there were, and this one; empty unless the version answers now. */
  @Override
  public Optional<String> occasion(String modelVersion) {
    return periods
        .answering(modelVersion)
        .map(open -> String.valueOf(1 + lineage(modelVersion).all(DecideAfterStop.STOPPED).size()));
  }

  @Override
  public String page(String modelVersion) {
    return VersionLink.of(modelVersion) + "/stop";
  }

  @Override
  public String program(HumanTask start) {
    return models.of(start.modelVersion()).program();
  }

  @Override
  public String question(HumanTask start) {
    ModelVersion version = models.of(start.modelVersion());
    return "Stop " + version.model() + " version " + version.number() + " now?";
  }

  @Override
  public List<String> groups(HumanTask start) {
    String program = program(start);
    return STOPPERS.stream().map(role -> new Membership(program, role).group()).toList();
  }

  @Override
  public List<Choice> choices(HumanTask start) {
    return List.of(
        new Choice(
            STOP,
            "Stop it now",
            "This version must not answer now.",
            "nobody is answered any more; a second person decides what becomes of it"));
  }

  /** Whoever made it may stop it as well. */
  @Override
  public Map<String, List<String>> parts(HumanTask start) {
    return Map.of();
  }

  @Override
  public Packet packet(HumanTask start) {
    ModelVersion version = models.of(start.modelVersion());
    RecordedFact opened =
        lineage(version.id())
            .newest(Lineage.SERVICE_PERIOD_OPENED)
            .orElseThrow(() -> new IllegalStateException("What answers was opened"));
    return new Packet(
        version.id(),
        version.trainedDigest(),
        List.of(new Packet.Evidence(opened.ordinal() + " " + opened.kind(), opened.sha256().hex())),
        Map.of(
            "endpoint", version.submission().endpoint().name(),
            "program", version.program()));
  }

  /** Suspends the service period now, and starts the process that takes the permission away. */
  @Override
  public void begin(HumanTask start, Person person, Decision decision) {
    suspensions.suspend(
        models.of(start.modelVersion()),
        new Order(person.subject(), person.name(), decision.grounds().strip()));
  }

  private Lineage lineage(String modelVersion) {
    return Lineage.of(ledger, modelVersion);
  }
}
