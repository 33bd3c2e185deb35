package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.authority.Moment;
import io.sallyport.local.SampleSubmission;
import io.sallyport.local.Story;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a version, for each who looks at it and in each state that looks different. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class VersionPageTest {

  private final Chromium chromium = Chromium.shared();
  private final PreparedVersions versions = PreparedVersions.shared();

  @Test
  void F31_the_submitter_reads_for_whom_it_waits_and_one_bit_of_gate_1() {
    String page = PreparedVersions.page(versions.waiting());

    Screen emil = chromium.as("emil").open(page).isSound("version-submitter");

    assertThat(emil.words(".sp-note"))
        .contains("It waits for Alice Ames")
        .contains("Nothing is needed from Emil Engineer");
    assertThat(emil.each("h2"))
        .contains("Gate 1: what you may know")
        .doesNotContain("Evidence package");
    assertThat(emil.page().locator(".sp-bar").count()).isZero();
  }

  @Test
  void F08_the_authority_and_the_auditor_see_each_result_against_its_limit() {
    String page = PreparedVersions.page(versions.waiting());

    Screen alice = chromium.as("alice").open(page).isSound("version-authority");
    Screen audrey = chromium.as("audrey").open(page).isSound("version-auditor");

    for (Screen reader : List.of(alice, audrey)) {
      assertThat(reader.page().locator("svg.sp-bar").getAttribute("aria-label"))
          .matches("accuracy [\\d.]+, 99% interval [\\d.]+ to [\\d.]+, limit at least 0.85, .*");
      assertThat(reader.each("h2"))
          .contains("Evidence package")
          .doesNotContain("Gate 1: what you may know");
    }
  }

  @Test
  void S09_a_version_that_failed_says_so_and_what_is_left_to_do() {
    String page = PreparedVersions.page(versions.notProven());

    Screen emil = chromium.as("emil").open(page).isSound("version-failed-submitter");
    Screen audrey = chromium.as("audrey").open(page).isSound("version-failed-auditor");

    assertThat(emil.words(".sp-note"))
        .contains("It was archived: it failed Gate 1, not proven")
        .contains("submit a new version");
    assertThat(emil.words())
        .contains("did not come to it", "Did not come to it")
        .doesNotContainIgnoringCase("not reached", "not yet");
    assertThat(audrey.words(".sp-bars tbody tr")).contains("short").contains("Not proven");
  }

  @Test
  void S14_a_version_in_service_shows_what_was_asked_for_beside_what_is_live() {
    String page = PreparedVersions.page(Story.inService());

    Screen alice = chromium.as("alice").open(page).isSound("version-in-service");

    assertThat(alice.words(".sp-note"))
        .contains("It answers at coast-cover until " + Moment.date(SampleSubmission.end()));
    assertThat(alice.each(".sp-t--fit tbody tr"))
        .contains("Status in service in service", "Instances 1 to 2 1 to 2");
    assertThat(alice.words()).contains("Emergency stop");
  }

  @Test
  void S12_who_authorized_it_stands_beside_it_and_the_grounds_are_for_those_who_see_numbers() {
    String page = PreparedVersions.page(Story.inService());
    String panel = "section[aria-labelledby=authorization]";

    Screen alice = chromium.as("alice").open(page);
    Screen emil = chromium.as("emil").open(page).isSound("version-in-service-submitter");

    assertThat(alice.words(panel))
        .contains("Alice Ames, technical authority of")
        .contains("Ends " + Moment.date(SampleSubmission.end()))
        .contains("as it was asked for")
        .contains("“");
    assertThat(emil.words(panel)).contains("Alice Ames").contains("read them here");
    assertThat(emil.words(panel)).doesNotContain("“");
  }
}
