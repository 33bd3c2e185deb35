package io.sallyport.models.pages;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Names;
import io.sallyport.authority.Person;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.models.pages.StateSentence.Situation;
import io.sallyport.models.pages.VersionPage.Live;
import io.sallyport.models.pages.VersionPage.Panel;
import io.sallyport.models.pages.VersionPage.Reason;
import io.sallyport.workflow.Diagrams;
import io.sallyport.workflow.Whereabouts;
import io.sallyport.workflow.Whereabouts.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the page of a model version for one person. */
@Component
class VersionPages {

  private static final String MAIN = "model-authorization";

  private final Standings standings;
  private final Names names;
  private final Ledger ledger;
  private final Whereabouts whereabouts;
  private final Diagrams diagrams;
  private final JobReports jobs;
  private final List<VersionPanel> panels;
  private final Withdrawals withdrawals;
  private final Clock clock;

  VersionPages(
      Standings standings,
      Names names,
      Ledger ledger,
      Whereabouts whereabouts,
      Diagrams diagrams,
      JobReports jobs,
      List<VersionPanel> panels,
      Withdrawals withdrawals,
      Clock clock) {
    this.standings = standings;
    this.names = names;
    this.ledger = ledger;
    this.whereabouts = whereabouts;
    this.diagrams = diagrams;
    this.jobs = jobs;
    this.panels = panels.stream().sorted(Comparator.comparing(VersionPanel::order)).toList();
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  VersionPage of(ModelVersion version, Person person, Live live) {
    Instant now = clock.instant();
    Lineage lineage = Lineage.of(ledger, version.id());
    List<Visit> visits = version.rootInstance().map(whereabouts::of).orElse(List.of());
    List<JobReport> running = jobs.of(version.id());
    Situation situation = standings.of(version, lineage, visits);
    StateSentence sentence = StateSentence.of(situation, now);
    return new VersionPage(
        version.model() + " version " + version.number() + ": " + sentence.headline(),
        version.model(),
        version.number(),
        StateWords.of(version.state(), situation.tasks(), situation.trouble().isPresent()),
        version.program()
            + ", tier "
            + version.tier().word()
            + ". Submitted by "
            + version.submitterName()
            + " on "
            + Moment.of(version.submittedAt(), now).day()
            + ".",
        version.modelDigest().orElse(""),
        sentence,
        version.state() == ModelVersion.State.IN_PROGRESS ? live : new Live("none", ""),
        running,
        drawn(visits, version.state().isOver(), now),
        panels(version, person, order -> order < 100),
        panels(version, person, order -> order >= 100),
        rejected(lineage),
        ChainLink.of(lineage, version.state().isOver()),
        history(lineage, now),
        withdrawals.mayWithdraw(person, version));
  }

  /** The whole way, and the part of it that the case is in. */
  private List<WhereItIs> drawn(List<Visit> visits, boolean over, Instant now) {
    return visits.stream()
        .filter(visit -> visit.process().equals(MAIN) || visit.isOpen())
        .map(Visit::definition)
        .distinct()
        .map(definition -> WhereItIs.of(diagrams.of(definition), visits, over, now))
        .toList();
  }

  private List<Panel> panels(ModelVersion version, Person person, Predicate<Integer> column) {
    List<Panel> shown = new ArrayList<>();
    for (VersionPanel panel : panels) {
      if (column.test(panel.order())) {
        panel
            .content(version, person)
            .ifPresent(content -> shown.add(new Panel(panel.template(), content)));
      }
    }
    return shown;
  }

  private static List<Reason> rejected(Lineage lineage) {
    return lineage
        .newest(Lineage.TRAINING_REJECTED)
        .map(fact -> Findings.read(fact.payload().path("findings")))
        .orElse(List.of())
        .stream()
        .map(finding -> new Reason(finding.subject(), finding.value(), finding.limit()))
        .toList();
  }

  private List<HistoryLine> history(Lineage lineage, Instant now) {
    List<HistoryLine> lines = new ArrayList<>();
    for (RecordedFact fact : lineage.facts()) lines.add(0, HistoryLine.of(fact, names::of, now));
    return lines;
  }
}
