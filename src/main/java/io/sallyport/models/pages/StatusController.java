package io.sallyport.models.pages;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.custody.Ledger;
import io.sallyport.models.Findings;
import io.sallyport.models.Lineage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.Activities;
import io.sallyport.workflow.Whereabouts;
import io.sallyport.workflow.Whereabouts.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a model version stands and why it waits (F31), for machines and the command line. It shows
 * what everybody of the program may see: of Gate 1 never a number, bar or log (design, trust 3).
 */
@RestController
class StatusController {

  private final Models models;
  private final Activities activities;
  private final Ledger ledger;
  private final Whereabouts whereabouts;
  private final Standings standings;
  private final Clock clock;

  StatusController(
      Models models,
      Activities activities,
      Ledger ledger,
      Whereabouts whereabouts,
      Standings standings,
      Clock clock) {
    this.models = models;
    this.activities = activities;
    this.ledger = ledger;
    this.whereabouts = whereabouts;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * The answer.
   *
   * @param state {@code in-progress}, {@code in-service} …
   * @param sentence where it stands, as its page says it
   * @param detail what else is true, and whether anything is needed
   * @param waits what is open now, newest first; empty once its life has come to an end
   * @param findings why training was rejected; what Gate 1 found is not among them
   */
  record Status(
      String id,
      String model,
      int version,
      String program,
      String state,
      String tier,
      String submitter,
      Instant submittedAt,
      String sentence,
      String detail,
      List<Wait> waits,
      List<Happened> facts,
      List<Finding> findings) {}

  /** What is open, since when, and for what it waits, in words. */
  record Wait(String process, String activity, String waitsFor, Instant since) {}

  /** A fact, without what it says. */
  record Happened(String kind, Instant at) {}

  @Permitted(machines = true)
  @GetMapping("/api/v1/models/{model}/{version:[0-9]{1,9}}")
  Status show(@PathVariable String model, @PathVariable int version, Person person) {
    ModelVersion found =
        models
            .find(model, version)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!person.belongsTo(found.program())) {
      throw new Forbidden(
          "program/its-people-see-it", found.id(), person.username(), "people of its program");
    }
    return status(found, Lineage.of(ledger, found.id()));
  }

  private Status status(ModelVersion version, Lineage lineage) {
    List<Visit> visits = version.rootInstance().map(whereabouts::of).orElse(List.of());
    StateSentence sentence =
        StateSentence.of(standings.of(version, lineage, visits), clock.instant());
    return new Status(
        version.id(),
        version.model(),
        version.number(),
        version.program(),
        version.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        version.tier().word(),
        version.submitterName(),
        version.submittedAt(),
        sentence.headline(),
        sentence.detail(),
        version.rootInstance().map(this::waits).orElse(List.of()),
        lineage.facts().stream().map(fact -> new Happened(fact.kind(), fact.occurredAt())).toList(),
        lineage
            .newest(Lineage.TRAINING_REJECTED)
            .map(fact -> Findings.read(fact.payload().path("findings")))
            .orElse(List.of()));
  }

  private List<Wait> waits(String rootInstance) {
    return activities.open(rootInstance).stream()
        .map(open -> new Wait(open.process(), open.activity(), waitsFor(open.kind()), open.since()))
        .toList();
  }

  private static String waitsFor(String kind) {
    return switch (kind) {
      case "userTask" -> "a person";
      case "receiveTask" -> "a job of AWS";
      case "intermediateTimer" -> "a moment in time";
      default -> "the next step";
    };
  }
}
