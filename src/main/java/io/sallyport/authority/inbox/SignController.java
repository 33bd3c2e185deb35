package io.sallyport.authority.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Membership;
import io.sallyport.authority.PendingDecision;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.TaskPage.Choice;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.signing.StepUp;
import io.sallyport.authority.signing.StepUpRequest;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.HumanTask;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The stated decision, word for word, and the step-up that signs it (S12, F04). */
@Controller
@Permitted({
  Role.OPERATOR,
  Role.SECURITY_REVIEWER,
  Role.TECHNICAL_AUTHORITY,
  Role.AUTHORIZING_OFFICIAL
})
@RequestMapping("/tasks/{taskId}/sign")
class SignController {

  private final Decisions decisions;
  private final DecisionPages pages;
  private final StepUp stepUp;
  private final TakenPages taken;

  SignController(Decisions decisions, DecisionPages pages, StepUp stepUp, TakenPages taken) {
    this.decisions = decisions;
    this.pages = pages;
    this.stepUp = stepUp;
    this.taken = taken;
  }

  @GetMapping
  ModelAndView show(@PathVariable String taskId, Person person) {
    HumanTask task = taken.known(taskId);
    if (!decisions.isOpen(taskId)) return taken.of(task, person);
    PendingDecision pending;
    try {
      pending = decisions.pending(taskId, person);
    } catch (Refused nothingStated) {
      return new ModelAndView("redirect:/tasks/" + task.id());
    }
    ModelAndView page = new ModelAndView("authority/sign");
    page.addObject("page", page(decisions.open(taskId, person), pending, person));
    return page;
  }

  /** To the sign-in server, which asks for the factor and sends the browser back. */
  @PostMapping
  ResponseEntity<Void> begin(
      @PathVariable String taskId,
      @RequestParam("statement") String statementSha256,
      Person person,
      HttpSession session) {
    if (!decisions.isOpen(taskId))
      return seeOther(URI.create("/tasks/" + taken.known(taskId).id()));
    PendingDecision pending = decisions.pending(taskId, person);
    if (!pending.statementSha256().equals(statementSha256)) {
      throw new Refused(
          "conflict/the-statement-is-the-one-shown",
          "the statement",
          pending.statementSha256(),
          statementSha256);
    }
    URI server =
        stepUp.begin(
            new StepUpRequest(
                session.getId(), person.subject(), taskId, pending.statementSha256()));
    return seeOther(server);
  }

  private static ResponseEntity<Void> seeOther(URI address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
  }

  private SignPage page(DecisionRequest request, PendingDecision pending, Person person) {
    JsonNode predicate = CanonicalJson.read(pending.statement().toArray()).path("predicate");
    Choice choice = choice(request, pending.decision());
    String version = VersionLink.words(request.task().modelVersion());
    return new SignPage(
        "Sign: " + choice.label().toLowerCase(java.util.Locale.ROOT) + ", " + version,
        request.task().id(),
        request.task().name() + ": " + version,
        predicate.path("approver").path("name").asText(),
        predicate.path("meaning").asText(),
        grouped(request.packet().modelDigest()),
        actingAs(person, request.program()),
        predicate.path("grounds").asText(),
        pages.limits(request, pending.decision()),
        request.packet().evidence().size(),
        pending.packetSha256(),
        decisions.follows(request, choice),
        predicate.isMissingNode() ? "" : pending.statement().toUtf8(),
        pending.statementSha256(),
        VersionLink.of(request.task().modelVersion()));
  }

  private static Choice choice(DecisionRequest request, Decision decision) {
    return request.choices().stream()
        .filter(choice -> choice.outcome().equals(decision.outcome()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Only choices are stated"));
  }

  private static String actingAs(Person person, String program) {
    return person.memberships().stream()
        .filter(one -> one.program().equals(program))
        .map(Membership::words)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** {@code 4b1e90aa 7c35e2d8 …}. */
  static String grouped(String sha256) {
    return sha256.replaceAll("(.{8})(?!$)", "$1 ");
  }
}
