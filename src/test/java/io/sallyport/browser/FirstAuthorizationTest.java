package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.custody.proof.Verification;
import io.sallyport.local.LocalBoundary;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.ModelVersion.State;
import io.sallyport.models.Models;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The story of a first version (A2, A6): submitted, looked at, signed in the browser, in service.
 */
@Tag("boundary")
class FirstAuthorizationTest {

  private static final Duration MAX = Duration.ofMinutes(4);

  private static LocalBoundary boundary;
  private static RealBrowser browser;

  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void start() {
    assumeTrue(RealBrowser.program().isPresent(), "no browser on this machine");
    boundary = LocalBoundary.shared();
    browser = RealBrowser.at(boundary.address());
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  @Test
  void A2_the_sample_is_signed_in_the_browser_answers_and_is_stopped() throws Exception {
    ModelVersion version = boundary.sample("sentinel").satellite();
    String address = "/models/" + version.model() + "/" + version.number() + "?live=off";
    submitterWatches(address);
    Page alice = look("alice", "/inbox", "inbox");
    alice.click(".sp-task a");
    String task = alice.url();
    authoritySigns(alice);
    Page bob = look("bob", task, "taken");
    assertThat(bob.textContent("h1")).contains("decided this before you");
    waitUntil(() -> boundary.bean(Models.class).of(version.id()).state() == State.IN_SERVICE);
    show(alice, address, "version-in-service");
    assertThat(alice.textContent(".sp-note")).contains("It answers at");
    look("oscar", "/operations", "operations");
    Page audrey = look("audrey", address, "version-in-service-auditor");
    show(alice, "/models", "models");
    authorityStops(alice, "/models/" + version.model() + "/" + version.number() + "/stop");
    show(alice, "/inbox?view=done", "inbox-done");
    auditorVerifies(audrey, "/models/" + version.model() + "/" + version.number() + "/package");
    assertThat(wrong).isEmpty();
  }

  /** Both signatures were made at the real sign-in server: with its key, under its claims. */
  private static void auditorVerifies(Page audrey, String address) {
    byte[] zip = audrey.request().get(address).body();
    EvidencePackage packed = EvidencePackage.read(new ByteArrayInputStream(zip));
    Verification verified = Verification.of(packed, Verification.Trust.in(packed.ownKey()));
    assertThat(verified.findings()).isEmpty();
    assertThat(verified.decisions()).isEqualTo(2);
  }

  private void submitterWatches(String address) throws InterruptedException {
    Page emil = look("emil", address, "version-on-its-way-submitter");
    assertThat(emil.content()).contains("This page does not ask again");
    waitUntil(() -> open(address, emil).contains("to decide on promotion and sign"));
    show(emil, address, "version-gate-3-submitter");
    assertThat(emil.content()).doesNotContain("sp-bar__pt", "interval");
  }

  private void authoritySigns(Page alice) {
    shot(alice, "gate3");
    assertThat(alice.locator("svg.sp-bar").count()).isPositive();
    alice.fill("#grounds", "short");
    alice.click("button:has-text('Continue to sign')");
    shot(alice, "gate3-errors");
    assertThat(alice.locator(".usa-error-message").count()).isEqualTo(2);
    alice.click("label[for='outcome-authorize']");
    alice.fill("#grounds", "The bound lies above the limit, no finding is open.");
    alice.click("button:has-text('Continue to sign')");
    shot(alice, "sign");
    alice.click("button:has-text('Confirm and sign')");
    RealBrowser.confirm(alice, "alice");
    alice.waitForURL("**/signed");
    shot(alice, "signed");
    assertThat(alice.textContent("h1")).contains("You signed: authorize");
  }

  private void authorityStops(Page alice, String address) {
    show(alice, address, "stop");
    alice.fill("#grounds", "It answers water for every field since noon.");
    alice.click("button:has-text('Sign and stop it now')");
    RealBrowser.confirm(alice, "alice");
    shot(alice, "stopped");
  }

  private Page look(String username, String address, String name) {
    Page page = browser.loggedIn(username, RealBrowser.WIDE);
    show(page, address, name);
    return page;
  }

  private void show(Page page, String address, String name) {
    open(address, page);
    shot(page, name);
  }

  private static String open(String address, Page page) {
    page.navigate(address);
    return page.content();
  }

  /** Both widths: pictures, axe, no sideways scrolling. */
  private void shot(Page page, String name) {
    for (int width : List.of(RealBrowser.NARROW, RealBrowser.WIDE)) {
      page.setViewportSize(width, 800);
      RealBrowser.picture(page, name + "-" + width);
      String where = String.format(Locale.ROOT, "%s at %d: ", name, width);
      RealBrowser.wrong(page).forEach(rule -> wrong.add(where + rule));
      if (RealBrowser.overflows(page)) wrong.add(where + "wider than the window");
    }
  }

  private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(MAX);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("deadline").isBefore(end);
      Thread.sleep(500);
    }
  }
}
