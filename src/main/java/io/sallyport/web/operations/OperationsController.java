package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.custody.EnvelopeCopies;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.web.operations.OperationsPage.Retrying;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What needs an operator, what is tried again by itself, and what became of retries (W1). */
@Controller
class OperationsController {

  /** Tries of a step before a person is asked, as the diagrams say. */
  private static final int TRIES = 5;

  private static final Duration DONE_SINCE = Duration.ofDays(1);

  private final Incidents incidents;
  private final InService inService;
  private final EnvelopeCopies copies;
  private final Clock clock;

  OperationsController(
      Incidents incidents, InService inService, EnvelopeCopies copies, Clock clock) {
    this.incidents = incidents;
    this.inService = inService;
    this.copies = copies;
    this.clock = clock;
  }

  @Permitted({Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/operations")
  ModelAndView show() {
    Instant now = clock.instant();
    List<Trouble> stuck = incidents.needingAPerson();
    List<Trouble> retrying = incidents.beingRetried();
    return page(
        new OperationsPage(
            title(stuck.size()),
            lead(retrying.size()),
            strip(stuck, retrying),
            stuck.stream().map(one -> IncidentPage.of(one, List.of(), now)).toList(),
            retrying.stream().map(one -> retrying(one, now)).toList(),
            incidents.retried(now.minus(DONE_SINCE)).stream()
                .map(one -> Tried.of(one, stuck, now))
                .toList()));
  }

  private static ModelAndView page(OperationsPage page) {
    return new ModelAndView("web/operations", "page", page);
  }

  private static String title(int stuck) {
    if (stuck == 0) return "Nothing needs a person";
    return stuck == 1 ? "1 incident needs a person" : stuck + " incidents need a person";
  }

  private List<Fact> strip(List<Trouble> stuck, List<Trouble> retrying) {
    long due = incidents.due();
    List<ServicePeriod> periods = inService.all();
    long stopped = periods.stream().filter(ServicePeriod::suspended).count();
    return List.of(
        new Fact(
            stuck.isEmpty() ? "ok" : "stop",
            "Incidents",
            String.valueOf(stuck.size()),
            stuck.isEmpty() ? "every step goes on" : "tried no more by themselves"),
        new Fact(
            retrying.isEmpty() ? "ok" : "watch",
            "Being retried",
            String.valueOf(retrying.size()),
            TRIES + " tries, then a person is asked"),
        new Fact("ok", "Job queue", due + " due", "steps that may run now"),
        new Fact(
            stopped == 0 ? "ok" : "stop",
            "Endpoints",
            periods.size() - stopped + " answer",
            stopped + " stopped"),
        evidence(copies.backlog()));
  }

  private static Fact evidence(EnvelopeCopies.Backlog backlog) {
    String state = backlog.late() ? "stop" : backlog.failure().isEmpty() ? "ok" : "watch";
    String detail =
        backlog.waiting() == 0
            ? "each signed statement lies in the evidence bucket"
            : "the oldest waits " + Moment.length(backlog.oldest());
    return new Fact(state, "Evidence copies", backlog.waiting() + " wait", detail);
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
        Math.max(1, TRIES - trouble.triesLeft()) + " of " + TRIES,
        trouble.nextTry().map(at -> Moment.of(at, now).relative()).orElse("soon"));
  }
}
