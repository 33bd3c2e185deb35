package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inbox: what needs a person, what the person waits for, what the person decided. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class InboxTest {

  private final Chromium chromium = Chromium.shared();

  @Test
  void F35_an_empty_inbox_says_what_is_true_and_what_comes_next() {
    Screen xaver = chromium.as("xaver").open("/inbox").isSound("inbox-empty");

    assertThat(xaver.heading()).isEqualTo("Nothing needs you");
    assertThat(xaver.words()).contains("What comes here, and what you may do meanwhile");
    assertThat(xaver.each("section[aria-labelledby=tasks] dt")).isNotEmpty();
    assertThat(xaver.navigation()).containsExactly("Inbox", "Models");
  }

  @Test
  void F35_C04_a_task_shows_its_question_the_requester_s_words_and_when_it_is_due() {
    PreparedVersions.shared().waiting();

    Screen alice = chromium.as("alice").open("/inbox").isSound("inbox-waiting");

    assertThat(alice.heading()).contains("need").contains("you");
    assertThat(alice.page().title()).isEqualTo("Inbox: " + alice.heading() + " | Sallyport");
    assertThat(alice.each(".sp-task"))
        .anySatisfy(
            task ->
                assertThat(task)
                    .contains("Put river-ice version 1 into production?")
                    .contains("“The sample that comes with Sallyport")
                    .contains("Gate 3, sentinel. Asked by Emil Engineer.")
                    .contains("Waits for you"));
  }

  @Test
  void F35_the_submitter_sees_for_whom_his_version_waits() {
    PreparedVersions.shared().waiting();

    Screen emil = chromium.as("emil").open("/inbox?view=waiting").isSound("inbox-for-others");

    assertThat(emil.each("#waiting-list tbody tr"))
        .anySatisfy(
            row -> assertThat(row).contains("river-ice").contains("Alice Ames").contains("Bob"));
  }

  @Test
  void F35_what_was_decided_leads_to_its_receipt_and_tells_others_who_was_faster() {
    Story.inService();

    Screen alice = chromium.as("alice").open("/inbox?view=done").isSound("inbox-done");
    String receipt = alice.page().locator("a[href$='/signed']").first().getAttribute("href");
    alice.press("Receipt of coast-cover version 1").waitForPage("/signed").isSound("receipt");
    Screen bob = chromium.as("bob").open(receipt.replace("/signed", "")).isSound("taken");

    assertThat(alice.heading()).startsWith("You signed: authorize");
    assertThat(bob.heading()).contains("Alice Ames decided this before you");
  }

  @Test
  void F35_a_search_that_finds_nothing_says_how_to_find_something() {
    Screen alice = chromium.as("alice").open("/inbox?q=no-such-model").isSound("inbox-not-found");

    assertThat(alice.words()).contains("Nothing here holds “no-such-model”. Search for a part");
  }
}
