package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.sallyport.local.Story;
import io.sallyport.models.ModelVersion.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs an operator: the incident, its cause, the retry and its checked result. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class OperationsTest {

  private static final String TITLE = "ship-echo version 1: “Start the processing job” failed";

  private final Chromium chromium = Chromium.shared();
  private final Story version = PreparedVersions.shared().broken();

  @Test
  void F31_an_operator_finds_the_cause_says_what_changed_and_sees_the_checked_result() {
    standsStill(chromium.as("emil").open(PreparedVersions.page(version)));
    Screen oscar = chromium.as("oscar").open("/operations").isSound("operations");
    assertThat(oscar.heading()).matches("\\d+ incidents? needs? a person");
    assertThat(oscar.each("h2")).contains(TITLE);
    oscar.page().click("section:has-text('ship-echo') a:has-text('Look into it')");
    readers(oscar.waitFor("#reason").page().url());

    assertThat(oscar.isSound("incident").words("section[aria-labelledby=cause]"))
        .contains("Rate exceeded")
        .contains("A retry repeats only “Start the processing job”");
    oscar.fill("reason", "fixed").press("Retry now").waitFor("#reason-error");
    oscar.isSound("incident-error").fill("reason", "AWS answers again.").press("Retry now");
    version.reaches(State.ARCHIVED);

    assertThat(oscar.page().reload()).isNotNull();
    assertThat(oscar.isSound("incident-closed").words("h1")).contains("Step finished");
    assertThat(oscar.words()).contains("the case went through the step");
    assertThat(
            oscar
                .open("/operations")
                .isSound("operations-after")
                .words("section[aria-labelledby=done]"))
        .contains("Step finished");
  }

  /** The submitter reads at which step, and that he need not act. */
  private static void standsStill(Screen emil) {
    emil.isSound("version-on-its-way");
    assertThat(emil.words(".sp-note"))
        .contains("It stands still at “Start the processing job” until an operator has looked")
        .contains("Rate exceeded");
    assertThat(emil.each(".sp-way [aria-current=step]"))
        .singleElement(STRING)
        .contains("Train and record lineage");
    assertThat(emil.page().isVisible(".sp-dia")).isTrue();
  }

  /** Whoever may only read is told who can do something. */
  private void readers(String incident) {
    Screen audrey = chromium.as("audrey").open(incident);
    assertThat(audrey.words(".sp-side")).contains("An operator can have it tried again.");
    assertThat(audrey.page().locator("#reason").count()).isZero();
  }
}
