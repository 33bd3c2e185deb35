package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.Verification;
import io.sallyport.local.Story;
import io.sallyport.models.ModelVersion.State;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The emergency stop, and what a second person decides after it: one story, told in its order. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class EmergencyStopTest {

  private static final String VERSION = "/models/tide-flats/1";
  private static final String QUESTION = "Put tide-flats version 1 back into service?";

  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().inService();

  @Test
  void F37_one_person_stops_it_a_second_puts_it_back_and_all_signatures_verify() {
    stopped(chromium.as("bob").open(VERSION + "/stop"));
    version.reaches(State.SUSPENDED);
    String task = "/tasks/" + version.waitsAt("decide-after-stop").id();
    assertThat(chromium.as("bob").open(task).words()).contains("This is not yours to decide.");
    onlyOthersAreAsked(chromium.as("bob"), chromium.as("alice"));
    putBack(chromium.as("olga").open(task));
    version.reaches(State.IN_SERVICE);

    byte[] zip = chromium.as("audrey").page().request().get(VERSION + "/package").body();
    EvidencePackage packed = EvidencePackage.read(new ByteArrayInputStream(zip));
    Verification verified = Verification.of(packed, Verification.Trust.in(packed.ownKeys().get(0)));
    assertThat(verified.findings()).isEmpty();
    long signed = version.kinds().stream().filter("decision-signed"::equals).count();
    assertThat(verified.decisions()).isEqualTo((int) signed);
  }

  @Test
  void F37_an_engineer_is_told_who_may_stop_it() {
    Screen emil = chromium.as("emil").open(VERSION + "/stop");

    assertThat(emil.status()).isEqualTo(403);
    assertThat(emil.heading()).isEqualTo("You may not do this");
    assertThat(emil.words()).contains("operator").contains("technical authority");
  }

  /** The inbox of whoever stopped it agrees with the law; for whom it waits stands on its page. */
  private static void onlyOthersAreAsked(Screen bob, Screen alice) {
    bob.open("/inbox?q=tide-flats");
    assertThat(bob.each(".sp-task")).isEmpty();
    assertThat(bob.words("#waiting-list th[scope=row]")).startsWith(QUESTION);
    assertThat(bob.each("#waiting-list tbody td").get(0))
        .isEqualTo("Alice Ames, Nora Nootp or Olga Official");
    assertThat(alice.open("/inbox").each(".sp-task")).anyMatch(task -> task.contains(QUESTION));
    assertThat(bob.open(VERSION).words(".sp-note"))
        .contains("It waits for Alice Ames, Nora Nootp or Olga Official to restore or retire")
        .contains("Whoever stopped it does not decide about it");
  }

  private static void stopped(Screen bob) {
    bob.isSound("stop").fill("grounds", "odd").press("Sign and stop it now");
    assertThat(bob.waitFor("#grounds-error").words("#grounds-error")).contains("3 characters");
    bob.isSound("stop-error").fill("grounds", "It answers water for every field since noon.");
    bob.press("Sign and stop it now");
    Chromium.confirm(bob, "bob");
    bob.waitFor("h1:has-text('is stopped')").isSound("stopped");
    assertThat(bob.words()).contains("A second person").contains("Until then it stays stopped");
  }

  private static void putBack(Screen olga) {
    olga.isSound("after-stop").choose("outcome-restore").fill("grounds", "A feed had been cut.");
    olga.press("Continue to sign").waitForPage("/sign").press("Confirm and sign");
    Chromium.confirm(olga, "olga");
    assertThat(olga.waitForPage("/signed").heading()).startsWith("You signed: restore");
  }
}
