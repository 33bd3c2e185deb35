package io.sallyport.web.operations;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.models.Cause;
import io.sallyport.models.Models;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The incidents of a person's own programs: of those of others nobody learns that they are there
 * (AC-6), and nobody has them tried again.
 */
@Component
class OwnIncidents {

  private final Incidents incidents;
  private final Models models;

  OwnIncidents(Incidents incidents, Models models) {
    this.incidents = incidents;
    this.models = models;
  }

  /**
   * An incident.
   *
   * @param open the step, while it has not passed
   * @param retries newest first; not empty where the step has passed
   */
  record Incident(String id, String program, Optional<Trouble> open, List<Retried> retries) {}

  /** The programs whose incidents the person may look into. */
  static Set<String> programs(Person person) {
    return person.programsAs(Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR);
  }

  List<Trouble> needingAPerson(Person person) {
    return readBy(person, incidents.needingAPerson(programs(person)));
  }

  List<Trouble> beingRetried(Person person) {
    return readBy(person, incidents.beingRetried(programs(person)));
  }

  List<Retried> retried(Instant since, Person person) {
    return incidents.retried(since, programs(person));
  }

  /** An incident of one of the person's programs. */
  Optional<Incident> find(String id, Person person) {
    Optional<Trouble> open = incidents.open(id).map(one -> readBy(person, one));
    List<Retried> retries = incidents.retried(id);
    return open.map(Trouble::program)
        .or(() -> retries.stream().map(Retried::program).findFirst())
        .filter(programs(person)::contains)
        .map(program -> new Incident(id, program, open, retries));
  }

  static boolean mayRetry(Incident incident, Person person) {
    return person.is(Role.OPERATOR, incident.program());
  }

  void retry(Incident incident, Person person, String reason) {
    if (!mayRetry(incident, person)) {
      throw new Forbidden(
          "incidents/an-operator-of-the-program-retries",
          person.username(),
          "no operator of " + incident.program(),
          "operators of the program");
    }
    incidents.retry(incident.id(), person.subject(), person.name(), reason);
  }

  private List<Trouble> readBy(Person person, List<Trouble> troubles) {
    return troubles.stream().map(one -> readBy(person, one)).toList();
  }

  private Trouble readBy(Person person, Trouble trouble) {
    return models
        .find(trouble.modelVersion())
        .map(version -> trouble.because(Cause.forOperations(trouble, version, person)))
        .orElse(trouble);
  }
}
