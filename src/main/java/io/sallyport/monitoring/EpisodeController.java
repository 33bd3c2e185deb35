package io.sallyport.monitoring;

import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.signing.StepUp;
import io.sallyport.authority.signing.StepUpRequest;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A person with a reason has a version in service asked about again, by signature (S19, F17). */
@Controller
@Permitted({Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL})
@RequestMapping("/models/{name}/{number:[0-9]{1,9}}/episode")
class EpisodeController {

  /**
   * The page before, and after.
   *
   * @param packet what is shown, as the signature will name it
   * @param open an episode is open: the page is the receipt
   * @param error what is wrong with the grounds; empty: nothing
   */
  record EpisodeOpeningPage(
      String version,
      String versionPage,
      String endpoint,
      String packet,
      boolean open,
      String grounds,
      String error) {}

  private final Models models;
  private final Episodes episodes;
  private final EpisodeStarts starts;
  private final Decisions decisions;
  private final StepUp stepUp;

  EpisodeController(
      Models models, Episodes episodes, EpisodeStarts starts, Decisions decisions, StepUp stepUp) {
    this.models = models;
    this.episodes = episodes;
    this.starts = starts;
    this.decisions = decisions;
    this.stepUp = stepUp;
  }

  /** What the form holds: what the person sees, wrote, and is told about it. */
  private record Asked(String packet, String grounds, String error) {}

  @GetMapping
  ModelAndView ask(@PathVariable String name, @PathVariable int number, Person person) {
    ModelVersion version = version(name, number, person);
    boolean canBeAsked = decisions.startable(EpisodeStarts.START, version.id()).isPresent();
    if (!canBeAsked && episodes.about(version.id()).isEmpty()) {
      return new ModelAndView("redirect:" + VersionLink.of(version.id()));
    }
    return page(version, new Asked(packet(version, person), "", ""));
  }

  /** States it, and sends the browser to the sign-in server, which asks for the factor. */
  @PostMapping
  ModelAndView open(
      @PathVariable String name,
      @PathVariable int number,
      Person person,
      HttpServletRequest request) {
    String grounds = Objects.requireNonNullElse(request.getParameter("grounds"), "");
    ModelVersion version = version(name, number, person);
    HumanTask start =
        decisions
            .startable(EpisodeStarts.START, version.id())
            .orElseThrow(() -> cannotBeAsked(version));
    Decision open = new Decision(EpisodeStarts.OPEN, grounds, Map.of());
    DecisionRequest asked = decisions.open(start.id(), person);
    List<Finding> wrong = decisions.wrong(asked, person, open);
    if (!wrong.isEmpty()) return wrong(version, wrong.get(0), asked.packetSha256(), grounds);
    String seen = Objects.requireNonNullElse(request.getParameter("packet"), "");
    PendingDecision stated = decisions.state(start.id(), person, open, seen);
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
        .startable(EpisodeStarts.START, version.id())
        .map(start -> decisions.open(start.id(), person).packetSha256())
        .orElse("");
  }

  private ModelAndView wrong(ModelVersion version, Finding finding, String packet, String grounds) {
    String error = "It has " + finding.value() + "; the limit is " + finding.limit() + ".";
    ModelAndView page = page(version, new Asked(packet, grounds, error));
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  private static Refused cannotBeAsked(ModelVersion version) {
    return new Refused(
        "episode/the-version-is-in-service",
        version.id(),
        version.state() + ", or asked about already",
        "a version in service, without an open episode");
  }

  private ModelAndView page(ModelVersion version, Asked asked) {
    ModelAndView page = new ModelAndView("monitoring/open");
    page.addObject(
        "page",
        new EpisodeOpeningPage(
            version.model() + " version " + version.number(),
            VersionLink.of(version.id()),
            version.submission().endpoint().name(),
            asked.packet(),
            episodes.about(version.id()).isPresent(),
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
    if (!starts.mayOpen(person, version)) {
      throw new Forbidden(
          "episode/who-may-open",
          person.username(),
          "none of them in " + version.program(),
          "operator, technical authority or authorizing official of the program");
    }
    return version;
  }
}
