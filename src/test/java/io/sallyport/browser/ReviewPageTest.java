package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gate 2's review in the browser: findings, recommendation, signature. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class ReviewPageTest {

  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().reviewed();

  @Test
  void S10_a_reviewer_reads_the_findings_without_a_number_of_gate_1_recommends_and_signs() {
    String task = "/tasks/" + version.waitsAt("review-findings").id();
    Screen rita = chromium.as("rita").open(task).isSound("review");

    assertThat(rita.words("section[aria-labelledby=gate-2]")).contains("Look at it");
    assertThat(rita.words("section[aria-labelledby=gate-1]")).contains("Passed. What was measured");
    assertThat(rita.page().locator(".sp-bar").count()).isZero();
    rita.press("Continue to sign").waitFor("#problems");
    assertThat(rita.each(".usa-error-message")).hasSize(2);
    rita.choose("outcome-recommend").fill("grounds", "The weakness is in a part that never runs.");
    rita.press("Continue to sign").waitForPage("/sign").press("Confirm and sign");
    Chromium.confirm(rita, "rita");

    assertThat(rita.waitForPage("/signed").heading()).startsWith("You signed: recommend");
    version.waitsAt("decide-on-promotion");
    assertThat(version.kinds()).containsSubsequence("decision-signed", "gate-2-passed");
  }
}
