package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The models of a person's programs, and the versions of one model. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class ModelsTest {

  private final Chromium chromium = Chromium.shared();

  @Test
  void F31_each_version_says_where_it_stands_and_for_whom_it_waits() {
    PreparedVersions.shared().waiting();
    PreparedVersions.shared().notProven();

    Screen emil = chromium.as("emil").open("/models").isSound("models");

    assertThat(emil.heading()).matches("\\d+ of \\d+ versions in service");
    assertThat(emil.each("tbody tr"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("river-ice version 1")
                    .contains("Waiting at Gate 3")
                    .contains("for Alice Ames, Bob Bell"))
        .anySatisfy(row -> assertThat(row).contains("snow-depth version 1").contains("Archived"));
  }

  @Test
  void F31_a_model_lists_its_versions_and_leads_back() {
    PreparedVersions.shared().waiting();

    Screen emil = chromium.as("emil").open("/models/river-ice").isSound("model");

    assertThat(emil.heading()).isEqualTo("river-ice: 1 version");
    assertThat(emil.press("river-ice version 1").waitFor(".sp-way").heading())
        .startsWith("river-ice version 1");
  }
}
