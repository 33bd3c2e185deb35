package io.sallyport.monitoring;

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
import io.sallyport.deployment.InService;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A person with a reason has a version in service asked about again (S19, F17): the signature opens
 * the episode. Whoever opens it does not decide what follows.
 */
@Component
public class EpisodeStarts implements SignedStart {

  /** The word under which the signature is recorded. */
  public static final String START = "open-episode";

  /** The one choice. */
  public static final String OPEN = "open";

  private static final List<Role> OPENERS =
      List.of(Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL);

  private final Models models;
  private final InService inService;
  private final Episodes episodes;
  private final Ledger ledger;

  EpisodeStarts(Models models, InService inService, Episodes episodes, Ledger ledger) {
    this.models = models;
    this.inService = inService;
    this.episodes = episodes;
    this.ledger = ledger;
  }

  /** Whether the person may open an episode about this version. */
  boolean mayOpen(Person person, ModelVersion version) {
    return !person.machine()
        && OPENERS.stream().anyMatch(role -> person.is(role, version.program()));
  }

  @Override
  public String task() {
    return START;
  }

  @Override
  public String name() {
    return "Ask for a new decision";
  }

  /** How many episodes there were, and this one; empty where one is open or nothing answers. */
  @Override
  public Optional<String> occasion(String modelVersion) {
    return inService
        .of(modelVersion)
        .filter(open -> episodes.about(modelVersion).isEmpty())
        .map(open -> String.valueOf(1 + lineage(modelVersion).all(Episodes.OPENED).size()));
  }

  @Override
  public String page(String modelVersion) {
    return VersionLink.of(modelVersion) + "/episode";
  }

  @Override
  public String program(HumanTask start) {
    return models.of(start.modelVersion()).program();
  }

  @Override
  public String question(HumanTask start) {
    ModelVersion version = models.of(start.modelVersion());
    return "Ask for a new decision about " + version.model() + " version " + version.number() + "?";
  }

  @Override
  public List<String> groups(HumanTask start) {
    String program = program(start);
    return OPENERS.stream().map(role -> new Membership(program, role).group()).toList();
  }

  @Override
  public List<Choice> choices(HumanTask start) {
    return List.of(
        new Choice(
            OPEN,
            "Ask for a decision",
            "It must be decided anew whether this version may answer.",
            "a technical authority recommends, the authorizing official decides"));
  }

  /** Whoever made it may ask as well. */
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

  /** Opens the episode, and with it the case. */
  @Override
  public void begin(HumanTask start, Person person, Decision decision) {
    episodes.open(
        new Opening(
            start.modelVersion(),
            Reason.PERSON,
            Optional.empty(),
            decision.grounds().strip(),
            List.of(),
            new Opening.By(person.subject(), person.name())));
  }

  private Lineage lineage(String modelVersion) {
    return Lineage.of(ledger, modelVersion);
  }
}
