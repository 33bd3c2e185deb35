package io.sallyport.web.operations;

import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.web.operations.OwnIncidents.Incident;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A step that failed: its cause, what changed since, and the retry with its result (W1). */
@Controller
@RequestMapping("/operations/incidents/{id}")
class IncidentController {

  /**
   * The page.
   *
   * @param error about what changed since; empty: nothing is wrong
   */
  record Shown(IncidentPage incident, boolean mayRetry, String reason, String error) {}

  private final OwnIncidents incidents;
  private final Clock clock;

  IncidentController(OwnIncidents incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  @Permitted({Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping
  ModelAndView show(@PathVariable String id, Person person) {
    return page(incident(id, person), person, "", "");
  }

  @Permitted(Role.OPERATOR)
  @PostMapping("/retry")
  ModelAndView retry(
      @PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person) {
    Incident incident = incident(id, person);
    try {
      incidents.retry(incident, person, reason);
    } catch (Refused refused) {
      Finding first = refused.findings().get(0);
      if (!first.subject().equals("reason")) throw refused;
      String error = "It has " + first.value() + "; the limit is " + first.limit() + ".";
      ModelAndView page = page(incident, person, reason, error);
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
    return new ModelAndView("redirect:/operations/incidents/" + id);
  }

  private ModelAndView page(Incident incident, Person person, String reason, String error) {
    IncidentPage shown = IncidentPage.of(incident, clock.instant());
    return new ModelAndView(
        "web/incident",
        "page",
        new Shown(shown, OwnIncidents.mayRetry(incident, person), reason, error));
  }

  private Incident incident(String id, Person person) {
    return incidents
        .find(id, person)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
