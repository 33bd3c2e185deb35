package io.sallyport.web.operations;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskView.Fact;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.rules.Refused;
import io.sallyport.web.operations.OperationsPage.Done;
import io.sallyport.web.operations.OperationsPage.Incident;
import io.sallyport.web.operations.OperationsPage.Retrying;
import io.sallyport.workflow.Incidents;
import io.sallyport.workflow.Retried;
import io.sallyport.workflow.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What needs an operator, what is tried again by itself, and what became of retries (W1). */
@Controller
class OperationsController {

  /** Tries of a step before a person is asked, as the diagrams say. */
  private static final int TRIES = 5;

  private static final Duration DONE_SINCE = Duration.ofDays(1);

  private final Incidents incidents;
  private final InService inService;
  private final Clock clock;

  OperationsController(Incidents incidents, InService inService, Clock clock) {
    this.incidents = incidents;
    this.inService = inService;
    this.clock = clock;
  }

  @Permitted({Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR})
  @GetMapping("/operations")
  ModelAndView show(Person person) {
    return page(person, "", "");
  }

  @Permitted(Role.OPERATOR)
  @PostMapping("/operations/incidents/{id}/retry")
  ModelAndView retry(
      @PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person) {
    try {
      incidents.retry(id, person.subject(), person.name(), reason);
    } catch (Refused refused) {
      if (!refused.findings().get(0).subject().equals("reason")) throw refused;
      String error =
          "It has "
              + refused.findings().get(0).value()
              + "; the limit is "
              + refused.findings().get(0).limit()
              + ".";
      ModelAndView page = page(person, id, error);
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
    return new ModelAndView("redirect:/operations");
  }

  private ModelAndView page(Person person, String wrong, String error) {
    Instant now = clock.instant();
    List<Trouble> stuck = incidents.needingAPerson();
    List<Trouble> retrying = incidents.beingRetried();
    ModelAndView page = new ModelAndView("web/operations");
    page.addObject(
        "page",
        new OperationsPage(
            title(stuck.size()),
            retrying.isEmpty()
                ? "No fault is being retried by the system."
                : retrying.size() + " other faults are being retried by the system.",
            strip(stuck, retrying),
            stuck.stream().map(one -> incident(one, now)).toList(),
            retrying.stream().map(one -> retrying(one, now)).toList(),
            incidents.retried(now.minus(DONE_SINCE)).stream()
                .map(one -> done(one, stuck, now))
                .toList(),
            person.isAnywhere(Role.OPERATOR),
            wrong,
            error));
    return page;
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
            stopped + " stopped"));
  }

  private static Incident incident(Trouble trouble, Instant now) {
    return new Incident(
        trouble.id(),
        version(trouble.modelVersion()) + ": “" + trouble.step() + "” failed",
        link(trouble.modelVersion()),
        trouble.step(),
        trouble.cause(),
        Moment.length(Duration.between(trouble.since(), now)),
        "The case waits at this step. No further try by itself.",
        trouble.process() + ", activity " + trouble.activity() + ", job " + trouble.id());
  }

  private static Retrying retrying(Trouble trouble, Instant now) {
    return new Retrying(
        trouble.step(),
        version(trouble.modelVersion()),
        trouble.cause(),
        Math.max(1, TRIES - trouble.triesLeft()) + " of " + TRIES,
        trouble.nextTry().map(at -> Moment.of(at, now).relative()).orElse("soon"));
  }

  /** Done only when the case went through the step. */
  private static Done done(Retried retried, List<Trouble> stuck, Instant now) {
    boolean failed =
        stuck.stream()
            .anyMatch(
                one ->
                    one.modelVersion().equals(retried.modelVersion())
                        && one.activity().equals(retried.activity()));
    String state = retried.passed() ? "ok" : failed ? "stop" : "";
    String result =
        retried.passed() ? "Step finished" : failed ? "Failed again, see above" : "Being tried";
    return new Done(
        version(retried.modelVersion()) + ": " + retried.activity().replace('-', ' '),
        retried.name() + ", " + Moment.of(retried.askedAt(), now).day(),
        retried.reason(),
        state,
        result,
        link(retried.modelVersion()));
  }

  private static String version(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    if (dash < 0) return modelVersion;
    return modelVersion.substring(0, dash) + " version " + modelVersion.substring(dash + 1);
  }

  private static String link(String modelVersion) {
    int dash = modelVersion.lastIndexOf('-');
    if (dash < 0) return "/models";
    return "/models/" + modelVersion.substring(0, dash) + "/" + modelVersion.substring(dash + 1);
  }
}
