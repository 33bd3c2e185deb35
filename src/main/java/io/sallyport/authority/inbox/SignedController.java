package io.sallyport.authority.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Moment;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.VersionLink;
import io.sallyport.authority.signing.StepUp;
import io.sallyport.custody.RecordedFact;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.workflow.HumanTask;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the sign-in server sends the browser back to, and the receipt (F04). */
@Controller
@Permitted({
  Role.OPERATOR,
  Role.SECURITY_REVIEWER,
  Role.TECHNICAL_AUTHORITY,
  Role.AUTHORIZING_OFFICIAL
})
class SignedController {

  /**
   * The receipt.
   *
   * @param fact ordinal of the fact among those of the version
   */
  record SignedPage(
      String title,
      String crumb,
      String meaning,
      String grounds,
      String modelSha256,
      String statementSha256,
      String envelope,
      int fact,
      String factSha256,
      String day,
      String iso,
      String versionPage) {}

  /** Nothing was signed, why, and what to do. */
  record UnsignedPage(
      String title, String detail, List<Finding> findings, boolean changed, String taskId) {}

  private static final String CHANGED = "decision/what-was-seen-is-what-is-signed";

  private final Decisions decisions;
  private final StepUp stepUp;
  private final TakenPages taken;
  private final Clock clock;

  SignedController(Decisions decisions, StepUp stepUp, TakenPages taken, Clock clock) {
    this.decisions = decisions;
    this.stepUp = stepUp;
    this.taken = taken;
    this.clock = clock;
  }

  /** A reload of this address finds what was recorded. */
  @GetMapping(StepUp.CALL_BACK)
  ModelAndView callBack(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      Person person,
      HttpSession session) {
    String taskId = stepUp.taskOf(state, person.subject()).orElse("");
    if (isSignedBy(taskId, person)) return receipt(taskId);
    try {
      var proof = stepUp.complete(state, code, session.getId(), person.subject());
      decisions.sign(proof, person);
      return receipt(proof.taskId());
    } catch (Refused refused) {
      return decidedByOthers(taskId)
          .map(task -> taken.of(task, person))
          .orElseGet(() -> unsigned(taskId, refused.findings()));
    }
  }

  /** The task, if somebody was faster: whoever was is told, and nothing more can be signed. */
  private Optional<HumanTask> decidedByOthers(String taskId) {
    return decisions.any(taskId).filter(task -> !decisions.isOpen(taskId));
  }

  @GetMapping("/tasks/{taskId}/signed")
  ModelAndView show(@PathVariable String taskId, Person person) {
    HumanTask task = taken.known(taskId);
    Optional<RecordedFact> fact =
        taken.signed(task).filter(signed -> signed.actor().equals(person.subject()));
    if (fact.isEmpty()) return new ModelAndView("redirect:/tasks/" + task.id());
    ModelAndView page = new ModelAndView("authority/signed");
    page.addObject("page", page(task, fact.get()));
    return page;
  }

  private SignedPage page(HumanTask task, RecordedFact fact) {
    JsonNode payload = fact.payload();
    Moment at = Moment.of(fact.recordedAt(), clock.instant());
    String outcome = payload.path("outcome").asText().replace('-', ' ');
    String version = VersionLink.words(task.modelVersion());
    return new SignedPage(
        "You signed: " + outcome + ", " + version,
        task.name() + ": " + version,
        outcome,
        payload.path("grounds").asText(),
        SignController.grouped(payload.path("modelDigest").asText()),
        payload.path("statementSha256").asText(),
        payload.path("envelope").asText(),
        fact.ordinal(),
        fact.sha256().hex(),
        at.day(),
        at.iso(),
        VersionLink.of(task.modelVersion()));
  }

  private boolean isSignedBy(String taskId, Person person) {
    return decisions
        .any(taskId)
        .flatMap(taken::signed)
        .filter(fact -> fact.actor().equals(person.subject()))
        .isPresent();
  }

  /** Of a start, the page where it was stated tells what became of it. */
  private ModelAndView receipt(String taskId) {
    return new ModelAndView(
        "redirect:"
            + decisions
                .any(taskId)
                .flatMap(decisions::pageOfStart)
                .orElse("/tasks/" + taskId + "/signed"));
  }

  private static ModelAndView unsigned(String taskId, List<Finding> findings) {
    boolean changed = findings.stream().anyMatch(finding -> finding.rule().equals(CHANGED));
    ModelAndView page = new ModelAndView("authority/unsigned");
    page.setStatus(changed ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN);
    page.addObject(
        "page", new UnsignedPage(title(findings), detail(findings), findings, changed, taskId));
    return page;
  }

  private static String title(List<Finding> findings) {
    return switch (findings.get(0).rule()) {
      case CHANGED -> "The evidence changed: nothing was signed";
      case "signature/challenge-is-fresh" -> "Five minutes passed: nothing was signed";
      case "signature/signer-is-the-person-of-the-session" ->
          "Somebody else confirmed: nothing was signed";
      case "decision/the-task-is-open" -> "Somebody was faster: nothing was signed";
      default -> "Nothing was signed";
    };
  }

  private static String detail(List<Finding> findings) {
    return switch (findings.get(0).rule()) {
      case CHANGED ->
          "What you saw is not what is recorded now. Look at what changed, and decide again.";
      case "signature/challenge-is-fresh" ->
          "A confirmation is good for five minutes. Your words are kept: sign again.";
      case "signature/signer-is-the-person-of-the-session" ->
          "The sign-in server let another person confirm. Only you sign your decision: sign again.";
      case "decision/the-task-is-open" ->
          "The task was decided or its case went another way while you signed.";
      case "signature/code-is-good" ->
          "The confirmation was broken off or used before. Your words are kept: sign again.";
      default -> "Your words are kept. Sign again; if it is refused again, tell an operator why.";
    };
  }
}
