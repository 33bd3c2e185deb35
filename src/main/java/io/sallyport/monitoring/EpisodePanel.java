package io.sallyport.monitoring;

import io.sallyport.authority.Asked;
import io.sallyport.authority.Inbox;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Person;
import io.sallyport.authority.VersionLink;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.deployment.InService;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a version in service is asked about again, why, and who decides (S19, S20). */
@Component
class EpisodePanel implements VersionPanel {

  /**
   * The panel.
   *
   * @param why why it was opened; empty where no episode is open
   * @param openPage where a person who may ask for a decision does so; empty for others
   */
  record Content(String sentence, String why, String who, String openPage) {}

  private final Episodes episodes;
  private final EpisodeStarts starts;
  private final InService inService;
  private final Inbox inbox;
  private final Asked asked;
  private final Ledger ledger;
  private final Clock clock;

  EpisodePanel(
      Episodes episodes,
      EpisodeStarts starts,
      InService inService,
      Inbox inbox,
      Asked asked,
      Ledger ledger,
      Clock clock) {
    this.episodes = episodes;
    this.starts = starts;
    this.inService = inService;
    this.inbox = inbox;
    this.asked = asked;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 102;
  }

  @Override
  public String template() {
    return "monitoring/panel";
  }

  /** Nothing of a version that is not in service. */
  @Override
  public Optional<Content> content(ModelVersion version, Person person) {
    if (inService.of(version.id()).isEmpty()) return Optional.empty();
    return Optional.of(
        episodes
            .about(version.id())
            .map(this::open)
            .orElseGet(() -> none(version, starts.mayOpen(person, version))));
  }

  private Content open(Episode episode) {
    String since = Moment.of(episode.openedAt(), clock.instant()).day();
    String level = episode.level().map(one -> ", level " + one.word()).orElse("");
    return new Content(
        "Since " + since + " it is asked about again: " + episode.reason().words() + level + ".",
        episode.because(),
        who(episode.modelVersion()),
        "");
  }

  private String who(String modelVersion) {
    List<HumanTask> waiting =
        inbox.about(modelVersion).stream()
            .filter(task -> task.key().endsWith("-after-episode"))
            .toList();
    if (waiting.isEmpty()) return "A technical authority recommends, then the official decides.";
    boolean decides = waiting.get(0).key().startsWith("decide");
    return asked.names(waiting)
        + (decides ? " decides." : " recommends; then the official decides.");
  }

  private Content none(ModelVersion version, boolean mayOpen) {
    Lineage lineage = Lineage.of(ledger, version.id());
    String sentence =
        lineage
            .newest(ExpectRetraining.EXPECTED)
            .map(this::expected)
            .orElse("No new decision is asked for.");
    return new Content(sentence, "", "", mayOpen ? VersionLink.of(version.id()) + "/episode" : "");
  }

  private String expected(RecordedFact fact) {
    return "A retrained version is expected since "
        + Moment.of(fact.occurredAt(), clock.instant()).day()
        + ".";
  }
}
