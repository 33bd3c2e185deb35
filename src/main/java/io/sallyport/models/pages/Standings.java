package io.sallyport.models.pages;

import io.sallyport.authority.Asked;
import io.sallyport.authority.Inbox;
import io.sallyport.custody.RecordedFact;
import io.sallyport.diagrams.Node;
import io.sallyport.models.Authorizations;
import io.sallyport.models.Cause;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.RunningJobs;
import io.sallyport.models.pages.StateSentence.Situation;
import io.sallyport.workflow.Diagrams;
import io.sallyport.workflow.HumanTask;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Trouble;
import io.sallyport.workflow.Whereabouts.Visit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a version stands now (F31): what its page and its status make their one sentence of. */
@Component
class Standings {

  private final Inbox inbox;
  private final Asked asked;
  private final Authorizations authorizations;
  private final Diagrams diagrams;
  private final Incidents incidents;
  private final RunningJobs jobs;

  Standings(
      Inbox inbox,
      Asked asked,
      Authorizations authorizations,
      Diagrams diagrams,
      Incidents incidents,
      RunningJobs jobs) {
    this.inbox = inbox;
    this.asked = asked;
    this.authorizations = authorizations;
    this.diagrams = diagrams;
    this.incidents = incidents;
    this.jobs = jobs;
  }

  Situation of(ModelVersion version, Lineage lineage, List<Visit> visits) {
    List<HumanTask> tasks = inbox.about(version.id());
    Optional<Trouble> trouble = incidents.about(version.id());
    return new Situation(
        version,
        tasks,
        asked.names(tasks),
        trouble.map(Trouble::step).orElseGet(() -> step(visits)),
        jobs.of(version.id()).stream().map(job -> job.kind().word()).findFirst(),
        because(lineage),
        authorizations.expires(version.id()),
        trouble.map(Cause::forEverybody));
  }

  /** The innermost step that the case is at. */
  private String step(List<Visit> visits) {
    return visits.stream()
        .filter(Visit::isOpen)
        .reduce((earlier, later) -> later)
        .flatMap(visit -> diagrams.of(visit.definition()).node(visit.activity()).map(Node::name))
        .filter(name -> !name.isEmpty())
        .orElse("the next step");
  }

  /** The ending that was recorded before it was archived: one bit for Gate 1, whoever reads it. */
  private static String because(Lineage lineage) {
    return lineage.facts().stream()
        .filter(fact -> Lineage.ENDINGS.contains(fact.kind()))
        .filter(fact -> !fact.kind().equals(Lineage.ARCHIVED))
        .reduce((earlier, later) -> later)
        .map(Standings::words)
        .orElse("its way ended");
  }

  private static String words(RecordedFact fact) {
    return switch (fact.kind()) {
      case Lineage.GATE_1_FAILED ->
          "it failed Gate 1, " + fact.payload().path("verdict").asText("not proven");
      case Lineage.GATE_2_FAILED -> "it failed Gate 2, the security review";
      case Lineage.GATE_3_FAILED -> "Gate 3, " + fact.payload().path("because").asText("refused");
      case Lineage.TRAINING_REJECTED -> "its data or training was rejected";
      default -> fact.kind().replace('-', ' ');
    };
  }
}
