package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.cli.Terminal;
import io.sallyport.local.LocalBoundary;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sign-in server's own pages, in the look and the words of the product (W2, W3). */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class SignInPagesTest {

  private final Chromium chromium = Chromium.shared();

  @Test
  void W2_password_and_code_are_asked_for_on_pages_that_look_like_ours() {
    Screen emil = chromium.asNobody().open("/consent").press("I agree: log in");
    emil.waitFor("input[name=username]").isSound("log-in");
    assertThat(emil.heading()).isEqualTo("Log in");
    emil.fill("username", "emil").fill("password", "wrong").press("Log in");
    emil.waitFor("#input-error-username").isSound("log-in-refused");

    emil.fill("username", "emil").fill("password", "demo-emil").press("Log in");

    emil.waitFor("input[name=otp]").isSound("log-in-code");
    assertThat(emil.heading()).isEqualTo("Log in: give your one-time code");
    assertThat(emil.words()).contains("Logging in as emil").doesNotContain("sign");
    emil.press("Not emil? Start again").waitFor("input[name=username]");
  }

  @Test
  void W2_the_pages_run_no_script_and_load_nothing_from_elsewhere() {
    Screen nobody = chromium.asNobody().open("/consent").press("I agree: log in");
    nobody.waitFor("input[name=username]");

    assertThat(nobody.page().locator("script").count()).isZero();
    assertThat(nobody.page().content()).doesNotContain("onsubmit", "onclick", "javascript:");
    assertThat(nobody.page().reload().headerValue("content-security-policy"))
        .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'");
  }

  @Test
  void W3_the_command_line_is_allowed_by_who_types_its_code_and_is_warned_of_others(
      @TempDir Path home) {
    Terminal terminal = new Terminal(LocalBoundary.shared().address(), home, "emil");

    Terminal.Said said = terminal.logIn(shown -> allow(chromium.asNobody(), shown));

    assertThat(said.exitCode()).as(said.toString()).isZero();
  }

  @Test
  void W2_a_request_that_the_sign_in_server_refuses_is_told_in_the_same_look() {
    String issuer = LocalBoundary.shared().keycloak().issuer().toString();

    Screen nobody = chromium.asNobody().open(issuer + "/protocol/openid-connect/auth?client_id=x");

    assertThat(nobody.isSound("sign-in-refused").heading()).isEqualTo("This did not work");
  }

  private static void allow(Screen emil, Terminal.Shown shown) {
    emil.open(shown.address()).waitFor("#device_user_code").isSound("device-code");
    assertThat(emil.heading()).isEqualTo("Log in at the command line");
    assertThat(emil.words()).contains("Whoever sent you a code wants to act as you.");
    emil.fill("device_user_code", "AAAA-AAAA").press("Continue").waitFor("[role=alert]");
    emil.isSound("device-code-refused").fill("device_user_code", shown.code()).press("Continue");
    emil.waitFor("input[name=username]").fill("username", "emil").fill("password", "demo-emil");
    emil.press("Log in").waitFor("input[name=otp]");
    Chromium.confirm(emil, "emil");
    emil.waitFor("[name=accept]").isSound("device-consent");
    assertThat(emil.words()).contains("If a link or a message brought you here, say no.");
    emil.press("Yes, I began this").waitFor("#kc-info-message").isSound("device-allowed");
    assertThat(emil.heading()).isEqualTo("You are logged in at the command line");
  }
}
