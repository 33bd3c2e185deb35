package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page of ours needs script: where a browser runs none, everything still works. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class WithoutScriptTest {

  private final Chromium chromium = Chromium.shared();

  @Test
  void C04_an_authority_logs_in_reads_unfolds_and_states_a_decision_without_script() {
    PreparedVersions.shared().waiting();
    Screen alice = chromium.withoutScript();
    chromium.logIn(alice, "alice");
    alice.open("/inbox").press("Put river-ice version 1 into production?").waitFor("#grounds");
    alice.page().click("summary:has-text('Limits')");
    alice.press("Continue to sign").waitFor("#problems");
    alice.choose("outcome-send-back").fill("grounds", "Say which sensor the rows are from.");

    alice.press("Continue to sign").waitForPage("/sign");

    assertThat(alice.heading()).isEqualTo("Sign: send back, river-ice version 1");
    assertThat(alice.words(".sp-facts")).contains("Say which sensor the rows are from.");
  }
}
