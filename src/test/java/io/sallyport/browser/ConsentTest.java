package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The banner before every login (AC-8). */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class ConsentTest {

  private final Chromium chromium = Chromium.shared();

  @Test
  void W2_whoever_is_not_logged_in_meets_the_banner_and_no_navigation() {
    Screen nobody = chromium.asNobody().open("/models").isSound("consent");

    assertThat(nobody.heading()).isEqualTo("Do you agree to these conditions?");
    assertThat(nobody.words()).contains("You are accessing a U.S. Government");
    assertThat(nobody.navigation()).isEmpty();
  }

  @Test
  void W2_a_login_that_failed_says_so_and_can_be_begun_again() {
    Screen nobody = chromium.asNobody().open("/consent?refused").isSound("consent-refused");

    assertThat(nobody.words("[role=alert]")).contains("The login did not succeed");
    nobody.press("I agree: log in").waitFor("input[name=username]");
  }
}
