package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that gets a no, or nothing: what, why, what one can do, and the way back. */
@Tag("boundary")
@ExtendWith(WithChromium.class)
class ErrorPagesTest {

  private final Screen emil = Chromium.shared().as("emil");

  @Test
  void W2_an_address_without_anything_answers_404_and_keeps_the_navigation() {
    emil.open("/models/no-such-model/1").isSound("error-404");

    assertThat(emil.status()).isEqualTo(404);
    assertThat(emil.heading()).isEqualTo("There is nothing here");
    assertThat(emil.navigation()).containsExactly("Inbox", "Models");
    assertThat(emil.words("details")).contains("Technical detail");
  }

  @Test
  void W2_a_page_of_another_role_answers_403_and_says_who_may() {
    emil.open("/operations").isSound("error-403");

    assertThat(emil.status()).isEqualTo(403);
    assertThat(emil.heading()).isEqualTo("You may not do this");
    assertThat(emil.words())
        .contains("ML engineer of sentinel")
        .contains("operator or auditor or administrator of a program");
    assertThat(emil.navigation()).containsExactly("Inbox", "Models");
  }

  @Test
  void W2_a_request_that_cannot_be_read_answers_400_and_leads_back() {
    emil.open("/models/no-such-model/1?since=noon").isSound("error-400");

    assertThat(emil.status()).isEqualTo(400);
    assertThat(emil.heading()).isEqualTo("This request cannot be answered");
    emil.press("Go to your inbox").waitForPage("/inbox");
  }
}
