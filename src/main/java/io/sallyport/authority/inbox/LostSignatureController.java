package io.sallyport.authority.inbox;

import io.sallyport.authority.Names;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.signing.LostConfirmation;
import io.sallyport.authority.signing.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A confirmation came back, and nobody is logged in here any more: what happened (F04). */
@Controller
class LostSignatureController {

  private static final Logger log = LoggerFactory.getLogger(LostSignatureController.class);

  /**
   * Nothing was signed, why, and what to do.
   *
   * @param why sentences, the first what happened
   * @param next what the one button says
   * @param address where it leads
   */
  record LostPage(String title, List<String> why, String next, String address) {}

  private final StepUp stepUp;
  private final Names names;
  private final Realm realm;

  LostSignatureController(StepUp stepUp, Names names, Realm realm) {
    this.stepUp = stepUp;
    this.names = names;
    this.realm = realm;
  }

  @Permitted(everyone = true)
  @GetMapping(StepUp.CALL_BACK_OF_NOBODY)
  ModelAndView show(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request) {
    String session = Objects.requireNonNullElse(request.getRequestedSessionId(), "");
    ModelAndView page = new ModelAndView("authority/lost", HttpStatus.FORBIDDEN);
    page.addObject(
        "page",
        stepUp
            .lost(state, code, session)
            .map(this::page)
            .orElseGet(LostSignatureController::ended));
    return page;
  }

  private LostPage page(LostConfirmation lost) {
    if (lost.confirmed().isEmpty()) return ended();
    String asked = names.of(lost.asked());
    return lost.isAnothers() ? another(lost, asked) : late(lost, asked);
  }

  private LostPage another(LostConfirmation lost, String asked) {
    String other = lost.confirmedBy();
    log.info(
        "task {}: signature/signer-is-the-person-of-the-session: sub is {}; the limit is {}",
        lost.taskId(),
        lost.confirmed(),
        lost.asked());
    return new LostPage(
        "Somebody else confirmed: nothing was signed",
        List.of(
            asked + " was asked to sign, and " + other + " confirmed. Only who is asked can sign.",
            "When " + other + " logged in, the sign-in server logged " + asked + " out.",
            "The words of " + asked + " are kept: after logging in again, open the task and sign."),
        "Log " + other + " out and log in again",
        realm.logoutInTheBrowser().toString());
  }

  private static LostPage late(LostConfirmation lost, String asked) {
    return new LostPage(
        "Your login had ended: nothing was signed",
        List.of(
            asked + " confirmed, when the login in Sallyport had ended already.",
            "Your words are kept: log in again and sign."),
        "Log in again and sign",
        "/tasks/" + lost.taskId() + "/sign");
  }

  private static LostPage ended() {
    return new LostPage(
        "Nothing was signed",
        List.of(
            "A confirmation came back, and nobody is logged in here.",
            "What you stated is kept: log in again, open the task and sign."),
        "Log in again",
        "/inbox");
  }
}
