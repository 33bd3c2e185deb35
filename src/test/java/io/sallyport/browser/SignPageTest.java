package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is signed, word for word, before it is signed. The version stays undecided. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class SignPageTest {

  private static final String GROUNDS = "The bound lies above the limit, no finding is open.";

  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().waiting();

  @Test
  void F03_the_record_is_shown_word_for_word_with_its_bytes_and_can_still_be_changed() {
    Screen bob = chromium.as("bob").open("/inbox");
    bob.press("Put river-ice version 1 into production?").waitFor("#grounds");
    String task = bob.page().url();
    bob.choose("outcome-authorize").fill("grounds", GROUNDS).press("Continue to sign");
    bob.waitForPage("/sign").isSound("sign");

    assertThat(bob.heading()).isEqualTo("Sign: approve, river-ice version 1");
    assertThat(bob.words(".sp-lead"))
        .startsWith(
            "I, Bob Bell: I authorize river-ice version 1, by its SHA-256, to answer as river");
    assertThat(bob.words(".sp-facts"))
        .contains(GROUNDS)
        .contains("technical authority of sentinel")
        .containsPattern("Artifact, SHA-256 ([0-9a-f]{8} ?){8}");
    bob.page().click("summary:has-text('The exact bytes')");
    assertThat(bob.words(".sp-pre")).contains("\"grounds\":\"" + GROUNDS + "\"");
    bob.press("Change something first").waitFor("#grounds");
    assertThat(bob.page().url()).endsWith(task);
  }

  @Test
  void
      F04_the_page_that_asks_for_the_code_says_that_one_signs_and_leads_back_without_a_signature() {
    String task = version.waitsAt("decide-on-promotion").id();
    Screen bob = chromium.as("bob").open("/inbox");
    bob.press("Put river-ice version 1 into production?").waitFor("#grounds");
    bob.choose("outcome-authorize").fill("grounds", GROUNDS).press("Continue to sign");
    bob.waitForPage("/sign").press("Confirm and sign").waitFor("input[name=otp]");

    bob.isSound("step-up");

    assertThat(bob.heading()).isEqualTo("Sign your decision");
    assertThat(bob.words())
        .contains("You are about to sign, not to log in.")
        .contains("You sign as bob");
    bob.press("Do not sign: go back to Sallyport").waitForPage("/inbox");
    assertThat(version.waitsAt("decide-on-promotion").id()).isEqualTo(task);
  }

  @Test
  void F04_if_somebody_else_confirms_a_page_says_who_and_leads_to_a_login_of_ones_own() {
    Screen desk = chromium.asNobody();
    chromium.logIn(desk, "alice");
    desk.open("/inbox").press("Put river-ice version 1 into production?").waitFor("#grounds");
    desk.choose("outcome-authorize").fill("grounds", GROUNDS).press("Continue to sign");
    desk.waitForPage("/sign").press("Confirm and sign").waitFor("input[name=otp]");
    confirmedByBob(desk);

    desk.waitFor(".sp-note--stop").isSound("signature-lost");

    assertThat(desk.heading()).isEqualTo("Somebody else confirmed: nothing was signed");
    assertThat(desk.words()).contains("Alice Ames was asked to sign, and Bob Bell confirmed.");
    desk.press("Log Bob Bell out and log in again").waitFor("#kc-logout").isSound("log-out");
    desk.press("Log out").waitForPage("/consent");
    chromium.logIn(desk, "alice");
    assertThat(desk.words(".sp-who")).contains("Alice Ames");
  }

  /** Starts over on the sign-in server's page, as another person. */
  private static void confirmedByBob(Screen desk) {
    String form = desk.page().locator("form").first().getAttribute("action");
    desk.open(form.replace("/authenticate?", "/restart?")).waitFor("input[name=username]");
    desk.isSound("step-up-log-in").fill("username", "bob").fill("password", "demo-bob");
    desk.press("Log in").waitFor("input[name=otp]");
    String login = desk.page().url();
    Chromium.confirm(desk, "bob");
    desk.page().waitForURL(url -> !url.equals(login));
    Chromium.confirm(desk, "bob");
  }

  @Test
  void F03_without_a_stated_decision_there_is_nothing_to_sign() {
    String task = "/tasks/" + version.waitsAt("decide-on-promotion").id();

    Screen olga = chromium.as("olga").open(task + "/sign");

    assertThat(olga.page().url()).endsWith(task);
    assertThat(olga.isSound("decision-not-yours").words(".sp-decide"))
        .contains("This is not yours to decide.")
        .containsPattern("It is put before (Alice Ames|Bob Bell|Nora Nootp). You may read it.");
  }
}
