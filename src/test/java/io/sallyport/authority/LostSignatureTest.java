package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** F04: the sign-in server's answer comes to a browser in which nobody is logged in. */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostSignatureTest {

  private static final String GROUNDS = "The bound is above the limit.";

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final AtGateThree version = new AtGateThree("lost-cover");
  private final Decider desk = new Decider("alice");
  private final String task = version.taskOf("alice").id();

  @AfterEach
  void nothing_was_signed() {
    assertThat(boundary.bean(Inbox.class).open(task)).isPresent();
    assertThat(version.kinds()).doesNotContain("decision-signed");
  }

  @Test
  void F04_an_answer_that_comes_to_a_stranger_tells_nothing_of_whose_it_was() {
    Decider alice = new Decider("alice");
    alice.state(alice.open(task), "authorize", GROUNDS);
    String back = alice.confirm(alice.beginToSign(task)).toString();

    Page answer = new Visitor(boundary.address()).get(back);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("Nothing was signed").doesNotContain("Alice");
  }

  @Test
  void F04_if_somebody_else_confirms_a_page_says_who_was_asked_and_that_nothing_was_signed() {
    desk.state(desk.open(task), "authorize", GROUNDS);
    String back = desk.confirmAs("bob", desk.beginToSign(task)).toString();

    Page answer = desk.visitor().get(back);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .contains("Somebody else confirmed: nothing was signed")
        .contains("Alice Ames was asked to sign, and Bob Bell confirmed.")
        .contains("Log Bob Bell out and log in again");
    assertThat(desk.visitor().get(back).text()).contains("Nothing was signed");
    assertThat(desk.visitor().get("/inbox").location().getPath()).isEqualTo("/consent");
  }
}
