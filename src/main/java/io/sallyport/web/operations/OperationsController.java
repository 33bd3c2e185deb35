package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.web.operations.OperationsPage.Retrying;
import io.sallyport.workflow.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What needs an operator, what is tried again by itself, and what became of retries, in a person's
 * own programs (W1).
 */
@Controller
class OperationsController {

  private static final Duration DONE_SINCE = Duration.ofDays(1);

  private final OwnIncidents incidents;
  private final OperationsHealth health;
  private final Clock clock;

  OperationsController(OwnIncidents incidents, OperationsHealth health, Clock clock) {
    this.incidents = incidents;
    this.health = health;
    this.clock = clock;
  }

  @Permitted({Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/operations")
  ModelAndView show(Person person) {
    Instant now = clock.instant();
    List<Trouble> stuck = incidents.needingAPerson(person);
    List<Trouble> retrying = incidents.beingRetried(person);
    List<Trouble> open = Stream.concat(stuck.stream(), retrying.stream()).toList();
    return page(
        new OperationsPage(
            title(stuck.size()),
            lead(retrying.size()),
            Stream.concat(
                    Stream.of(stuck(stuck.size()), retrying(retrying.size())),
                    health.facts(OwnIncidents.programs(person)).stream())
                .toList(),
            stuck.stream().map(one -> IncidentPage.of(one, List.of(), now)).toList(),
            retrying.stream().map(one -> retrying(one, now)).toList(),
            incidents.retried(now.minus(DONE_SINCE), person).stream()
                .map(one -> Tried.of(one, open, now))
                .toList()));
  }

  private static ModelAndView page(OperationsPage page) {
    return new ModelAndView("web/operations", "page", page);
  }

  private static String title(int stuck) {
    if (stuck == 0) return "Nothing needs a person";
    return stuck == 1 ? "1 incident needs a person" : stuck + " incidents need a person";
  }

  private static Fact stuck(int stuck) {
    return new Fact(
        stuck == 0 ? "ok" : "stop",
        "Incidents",
        String.valueOf(stuck),
        stuck == 0 ? "every step goes on" : "tried no more by themselves");
  }

  private static Fact retrying(int retrying) {
    return new Fact(
        retrying == 0 ? "ok" : "watch",
        "Being retried",
        String.valueOf(retrying),
        "a person is asked after the last try");
  }

  private static String lead(int retrying) {
    return switch (retrying) {
      case 0 -> "No fault is being retried by the system.";
      case 1 -> "1 other fault is being retried by the system.";
      default -> retrying + " other faults are being retried by the system.";
    };
  }

  private static Retrying retrying(Trouble trouble, Instant now) {
    return new Retrying(
        trouble.step(),
        Tried.version(trouble.modelVersion()),
        trouble.cause(),
        trouble.tried() + " of " + trouble.tries(),
        trouble.nextTry().map(at -> Moment.of(at, now).relative()).orElse("soon"));
  }
}
