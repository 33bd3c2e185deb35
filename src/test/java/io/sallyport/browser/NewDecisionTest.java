package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.SampleSubmission;
import io.sallyport.local.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A version in service is asked about again: opened, recommended about, decided (S19, S20). */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class NewDecisionTest {

  private static final String VERSION = "/models/tide-flats/1";

  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().inService();

  @Test
  void S19_S20_one_asks_a_second_recommends_and_a_third_keeps_it_in_service() {
    asked(chromium.as("oscar").open(VERSION));
    String recommendation = "/tasks/" + version.waitsAt("recommend-after-episode").id();
    assertThat(chromium.as("oscar").open(recommendation).words())
        .contains("This is not yours to decide.");
    recommended(chromium.as("alice").open(recommendation));
    kept(chromium.as("olga").open("/tasks/" + version.waitsAt("decide-after-episode").id()));

    Screen oscar = chromium.as("oscar");
    oscar.open(VERSION).waitFor("section:has-text('No new decision is asked for')");
    assertThat(oscar.words("section[aria-labelledby=authorization]")).contains("Olga Official");
  }

  @Test
  void S19_an_engineer_is_told_who_may_ask() {
    Screen emil = chromium.as("emil").open(VERSION + "/episode");

    assertThat(emil.status()).isEqualTo(403);
    assertThat(emil.words()).contains("operator").contains("technical authority");
  }

  private static void asked(Screen oscar) {
    oscar
        .press("Ask for a new decision")
        .waitForPage("/episode")
        .isSound("ask")
        .fill("grounds", "odd")
        .press("Sign and ask");
    assertThat(oscar.waitFor("#grounds-error").words("#grounds-error")).contains("3 characters");
    oscar.isSound("ask-error").fill("grounds", "The sensor was changed on Monday.");
    oscar.press("Sign and ask");
    Chromium.confirm(oscar, "oscar");
    oscar.waitFor("h1:has-text('is asked for')").isSound("asked");
    oscar.open(VERSION).waitFor("section:has-text('The sensor was changed on Monday.')");
    assertThat(oscar.words("section[aria-labelledby=episode]"))
        .contains("a person has a reason")
        .contains("then the official decides");
    oscar.isSound("version-asked");
  }

  private static void recommended(Screen alice) {
    assertThat(alice.isSound("recommend").words())
        .contains("The sensor was changed on Monday.")
        .contains("Gate 1, 0 days old");
    alice.choose("outcome-keep").fill("grounds", "Both sensors were in the data.");
    alice.press("Continue to sign").waitForPage("/sign").press("Confirm and sign");
    Chromium.confirm(alice, "alice");
    assertThat(alice.waitForPage("/signed").heading()).startsWith("You signed: keep");
  }

  /** Without an end nothing is signed. */
  private static void kept(Screen olga) {
    assertThat(olga.isSound("decide").words())
        .contains("Alice Ames: Keep in service")
        .contains("Both sensors were in the data.");
    olga.choose("outcome-keep").fill("grounds", "The recommendation convinces me.");
    olga.press("Continue to sign").waitFor("#problems");
    assertThat(olga.isSound("decide-error").words("#ends-error")).contains("not set");
    olga.fill("ends", SampleSubmission.end().toString());
    olga.press("Continue to sign").waitForPage("/sign").press("Confirm and sign");
    Chromium.confirm(olga, "olga");
    assertThat(olga.waitForPage("/signed").heading()).startsWith("You signed: keep");
  }
}
