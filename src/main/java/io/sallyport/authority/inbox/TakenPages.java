package io.sallyport.authority.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Person;
import io.sallyport.authority.VersionLink;
import io.sallyport.custody.Ledger;
import io.sallyport.custody.RecordedFact;
import io.sallyport.workflow.HumanTask;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What became of a task that waits no more: who decided what, or that its case went another way.
 */
@Component
class TakenPages {

  /**
   * @param title who was faster, or that nobody needs to decide
   */
  record TakenPage(
      String title, String crumb, String detail, String grounds, String when, String versionPage) {}

  private final Decisions decisions;
  private final Ledger ledger;
  private final Clock clock;

  TakenPages(Decisions decisions, Ledger ledger, Clock clock) {
    this.decisions = decisions;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The task, whether it waits or not; for an unknown id, 404. */
  HumanTask known(String taskId) {
    return decisions
        .any(taskId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Answers 409; a person who signed the task is led to the receipt. */
  ModelAndView of(HumanTask task, Person person) {
    Optional<RecordedFact> signed = signed(task);
    if (signed.isPresent() && signed.get().actor().equals(person.subject())) {
      return new ModelAndView("redirect:/tasks/" + task.id() + "/signed");
    }
    requireOfProgram(task, person);
    ModelAndView page = new ModelAndView("authority/taken");
    page.setStatus(HttpStatus.CONFLICT);
    page.addObject("page", signed.map(fact -> decided(task, fact)).orElseGet(() -> gone(task)));
    return page;
  }

  /** The fact by which the task was decided. */
  Optional<RecordedFact> signed(HumanTask task) {
    return ledger.facts(task.modelVersion()).stream()
        .filter(fact -> fact.kind().equals("decision-signed"))
        .filter(fact -> fact.payload().path("taskId").asText().equals(task.id()))
        .findFirst();
  }

  private void requireOfProgram(HumanTask task, Person person) {
    String program = decisions.program(task);
    if (!person.belongsTo(program)) {
      throw new Forbidden(
          "authorization/the-task-is-of-ones-program",
          person.username(),
          "nobody in " + program,
          "people of the program");
    }
  }

  private TakenPage decided(HumanTask task, RecordedFact fact) {
    JsonNode payload = fact.payload();
    Moment at = Moment.of(fact.recordedAt(), clock.instant());
    String name = payload.path("name").asText();
    return new TakenPage(
        name + " decided this before you",
        task.name() + ": " + VersionLink.words(task.modelVersion()),
        "The decision: " + payload.path("outcome").asText().replace('-', ' ') + ".",
        payload.path("grounds").asText(),
        at.day() + " (" + at.relative() + ")",
        VersionLink.of(task.modelVersion()));
  }

  private static TakenPage gone(HumanTask task) {
    return new TakenPage(
        "Nobody needs to decide this any more",
        task.name() + ": " + VersionLink.words(task.modelVersion()),
        "Its case went another way: it was decided by others, withdrawn, or its time passed. The"
            + " version's page says which.",
        "",
        "",
        VersionLink.of(task.modelVersion()));
  }
}
