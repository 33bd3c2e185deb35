package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form of Gate 3 beside its packet. The version that it is about stays undecided. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class DecisionPageTest {

  /** Below it lies the marking at the foot of the window. */
  private static final int FIRST_VIEW_ENDS = 776;

  private final Screen alice = Chromium.shared().as("alice");

  @BeforeEach
  void open() {
    PreparedVersions.shared().waiting();
    alice.open("/inbox").press("Put river-ice version 1 into production?").waitFor("#grounds");
  }

  @Test
  void C04_the_whole_decision_is_in_the_first_view_and_nothing_is_chosen_for_the_person() {
    alice.keepFirstView("decision-first-view").isSound("decision");

    BoundingBox button = alice.page().locator(".sp-decide button").boundingBox();
    assertThat(button.y + button.height).isLessThanOrEqualTo(FIRST_VIEW_ENDS);
    assertThat(alice.page().locator(".sp-decide input:checked").count()).isZero();
    assertThat(alice.heading()).isEqualTo("Put river-ice version 1 into production?");
    assertThat(alice.each("dl.sp-strip dt"))
        .containsExactly(
            "Gate 1, technical", "Gate 2, security", "Authorization ends", "Signatures");
    assertThat(alice.each(".sp-signers li"))
        .containsExactly(
            "You are asked you had no part in this version", "Bob Bell or Nora Nootp is asked");
  }

  @Test
  void F03_the_evidence_is_folded_and_each_fact_has_its_digest() {
    alice.page().click("summary:has-text('The recorded facts')");

    assertThat(alice.each("section[aria-labelledby=evidence] tbody .sp-id"))
        .isNotEmpty()
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  @Test
  void C04_all_that_is_wrong_is_said_at_once_and_what_was_written_is_kept() {
    alice.choose("outcome-authorize-with-conditions").fill("grounds", "short");
    alice.page().click("summary:has-text('Limits')");
    alice.fill("ends", "2031-01-01");

    alice.press("Continue to sign").waitFor("#problems").isSound("decision-errors");

    assertThat(alice.page().title()).startsWith("Put right: ");
    assertThat(alice.words("#problems")).startsWith("Put 2 things right");
    assertThat(alice.each(".usa-error-message")).hasSize(2);
    assertThat(alice.page().inputValue("#grounds")).isEqualTo("short");
    assertThat(alice.page().isVisible("#ends")).isTrue();
    alice.page().click("#problems a[href='#grounds']");
    assertThat(alice.page().evaluate("document.activeElement.id")).isEqualTo("grounds");
  }

  @Test
  void S12_callers_are_chosen_by_name_of_those_asked_for_and_a_stranger_is_refused() {
    alice.choose("outcome-authorize-with-conditions").fill("grounds", "For the broker alone.");
    alice.page().click("summary:has-text('Limits')");
    Locator callers = alice.page().locator("input[name=principals]");
    assertThat(callers.count()).isGreaterThan(1);
    callers.first().evaluate("box => box.value = 'machine:stranger'");
    alice.page().locator("fieldset:has(input[name=principals]) label").first().click();

    alice.press("Continue to sign").waitFor("#problems");
    assertThat(alice.words("#problems"))
        .startsWith("Put 1 thing right Who may call it: It is machine:stranger; the limit is of");

    String name = alice.words("fieldset:has(input[name=principals]) label");
    alice.page().locator("fieldset:has(input[name=principals]) label").first().click();
    alice.isSound("decision-limits").press("Continue to sign").waitForPage("/sign");
    assertThat(alice.each("dt")).contains("Limit: Who may call it");
    assertThat(alice.words()).contains(name.split(" ", 2)[0]);
  }

  @Test
  void C04_the_keyboard_alone_leads_from_the_first_tab_to_the_page_that_is_signed() {
    Keyboard keyboard = alice.page().keyboard();

    keyboard.press("Tab");
    keyboard.press("Tab");
    assertThat(alice.words(":focus")).isEqualTo("Skip to your decision");
    keyboard.press("Enter");
    keyboard.press("Tab");
    keyboard.press("Space");
    keyboard.press("ArrowDown");
    keyboard.press("ArrowUp");
    keyboard.press("Tab");
    keyboard.type("The bound lies above the limit.");
    keyboard.press("Enter");
    keyboard.type("No finding is open.");
    assertThat(alice.page().url()).doesNotContain("/sign");
    keyboard.press("Tab");
    assertThat(alice.words(":focus")).isEqualTo("Limits, if you approve with limits");
    keyboard.press("Tab");
    keyboard.press("Enter");

    assertThat(alice.waitForPage("/sign").heading())
        .isEqualTo("Sign: approve, river-ice version 1");
  }
}
