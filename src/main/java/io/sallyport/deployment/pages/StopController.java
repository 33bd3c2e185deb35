package io.sallyport.deployment.pages;

import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Names;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.signing.StepUp;
import io.sallyport.authority.signing.StepUpRequest;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.deployment.stop.EmergencyStops;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.HumanTask;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The emergency stop: one named person signs it, a second one decides what follows (F37). */
@Controller
@Permitted({Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL})
@RequestMapping("/models/{name}/{number:[0-9]{1,9}}/stop")
class StopController {

  /**
   * The page before, and after.
   *
   * @param packet what is shown, as the signature will name it
   * @param stopped it is stopped: the page is the receipt
   * @param error what is wrong with the grounds; empty: nothing
   */
  record StopPage(
      String version,
      String versionPage,
      String endpoint,
      List<String> consumers,
      String packet,
      boolean stopped,
      String grounds,
      String error) {}

  private final Models models;
  private final InService inService;
  private final EmergencyStops stops;
  private final Decisions decisions;
  private final StepUp stepUp;
  private final Names names;

  StopController(
      Models models,
      InService inService,
      EmergencyStops stops,
      Decisions decisions,
      StepUp stepUp,
      Names names) {
    this.models = models;
    this.inService = inService;
    this.stops = stops;
    this.decisions = decisions;
    this.stepUp = stepUp;
    this.names = names;
  }

  /** What the form holds: what the person sees, wrote, and is told about it. */
  private record Asked(String packet, String grounds, String error) {}

  @GetMapping
  ModelAndView ask(@PathVariable String name, @PathVariable int number, Person person) {
    ModelVersion version = version(name, number, person);
    Optional<ServicePeriod> period =
        inService.of(version.id()).filter(open -> open.stopped() || !open.held());
    if (period.isEmpty()) {
      return new ModelAndView("redirect:" + VersionLink.of(version.id()));
    }
    return page(version, period.get(), new Asked(packet(version, person), "", ""));
  }

  /** States the stop, and sends the browser to the sign-in server, which asks for the factor. */
  @PostMapping
  ModelAndView stop(
      @PathVariable String name,
      @PathVariable int number,
      Person person,
      HttpServletRequest request) {
    String grounds = Objects.requireNonNullElse(request.getParameter("grounds"), "");
    ModelVersion version = version(name, number, person);
    HumanTask start =
        decisions
            .startable(EmergencyStops.START, version.id())
            .orElseThrow(() -> notInService(version));
    Decision stop = new Decision(EmergencyStops.STOP, grounds, Map.of());
    DecisionRequest asked = decisions.open(start.id(), person);
    List<Finding> wrong = decisions.wrong(asked, person, stop);
    if (!wrong.isEmpty()) return wrong(version, wrong.get(0), asked.packetSha256(), grounds);
    String seen = Objects.requireNonNullElse(request.getParameter("packet"), "");
    PendingDecision stated = decisions.state(start.id(), person, stop, seen);
    URI server =
        stepUp.begin(
            new StepUpRequest(
                request.getSession().getId(),
                person.subject(),
                start.id(),
                stated.statementSha256()));
    RedirectView away = new RedirectView(server.toString());
    away.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(away);
  }

  private String packet(ModelVersion version, Person person) {
    return decisions
        .startable(EmergencyStops.START, version.id())
        .map(start -> decisions.open(start.id(), person).packetSha256())
        .orElse("");
  }

  private ModelAndView wrong(ModelVersion version, Finding finding, String packet, String grounds) {
    ServicePeriod period = inService.of(version.id()).orElseThrow(() -> notInService(version));
    String error = "It has " + finding.value() + "; the limit is " + finding.limit() + ".";
    ModelAndView page = page(version, period, new Asked(packet, grounds, error));
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static Refused notInService(ModelVersion version) {
    return new Refused(
        "emergency-stop/the-version-is-in-service",
        version.id(),
        version.state(),
        "a version in service");
  }

  private ModelAndView page(ModelVersion version, ServicePeriod period, Asked asked) {
    ModelAndView page = new ModelAndView("deployment/stop");
    page.addObject(
        "page",
        new StopPage(
            version.model() + " version " + version.number(),
            VersionLink.of(version.id()),
            period.service(),
            period.consumers().stream().map(names::principal).toList(),
            asked.packet(),
            period.stopped(),
            asked.grounds(),
            asked.error()));
    return page;
  }

  private ModelVersion version(String name, int number, Person person) {
    ModelVersion version =
        models
            .find(name, number)
            .filter(one -> person.belongsTo(one.program()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!stops.mayStop(person, version)) {
      throw new Forbidden(
          "emergency-stop/who-may-stop",
          person.username(),
          "none of them in " + version.program(),
          "operator, technical authority or authorizing official of the program");
    }
    return version;
  }
}
