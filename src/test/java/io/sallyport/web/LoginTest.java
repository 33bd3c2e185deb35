package io.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.LocalKeycloak;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.UserResource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** W2, R12, R14, R17: people come in through banner, password and code, and go out in time. */
@RealLogin
class LoginTest {

  private static final String COOKIE = "sallyport";

  @Autowired private JdbcClient jdbc;

  private final LocalKeycloak keycloak = LocalKeycloak.shared();

  @Test
  void W2_a_person_is_known_by_subject_and_groups_after_the_login() {
    assertThat(logIn("alice").get("/test/who").text())
        .isEqualTo(
            "f719809f-4bf4-579e-aaec-7bfbdbf16705 Alice Ames"
                + " [/programs/sentinel/technical-authority] sallyport-web person");
  }

  @Test
  void W2_nobody_starts_a_login_before_the_banner() {
    Visitor visitor = new Visitor(keycloak.application());

    assertThat(visitor.get("/inbox").header("location")).isEqualTo("/consent");
    for (String start : List.of("/oauth2/", "/%6fauth2/", "/oauth2;v=1/")) {
      Page answer = visitor.get(start + "authorization/keycloak");
      assertThat(answer.status() == 400 || answer.header("location").equals("/consent"))
          .as(start + " answers " + answer)
          .isTrue();
    }
    assertThat(visitor.get("/consent").text())
        .contains("You are accessing a U.S. Government (USG) Information System")
        .contains(">CUI</div>");
  }

  @Test
  void W2_a_role_that_is_missing_is_told_with_rule_and_limit() {
    Visitor alice = logIn("alice");
    Page page = alice.post("/test/stop", Map.of("_csrf", alice.get("/consent").hidden("_csrf")));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text())
        .contains("You may not do this")
        .contains("authority/role-may-do-this")
        .contains("operator of a program");
  }

  @Test
  void W2_a_handler_without_a_permission_answers_nobody() {
    Page page = logIn("alice").get("/test/forgotten");

    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text()).doesNotContain("nobody may read this");
  }

  @Test
  void R14_a_post_without_or_with_a_foreign_token_is_refused() {
    Visitor oscar = logIn("oscar");
    String foreign = new Visitor(keycloak.application()).get("/consent").hidden("_csrf");

    assertThat(oscar.post("/test/stop", Map.of()).status()).isEqualTo(403);
    assertThat(oscar.post("/test/stop", Map.of("_csrf", foreign)).status()).isEqualTo(403);
    String own = oscar.get("/consent").hidden("_csrf");
    assertThat(oscar.post("/test/stop", Map.of("_csrf", own)).text()).isEqualTo("stopped");
  }

  @Test
  void R17_the_session_gets_a_new_id_at_login_and_the_old_one_is_nobody() {
    Visitor visitor = new Visitor(keycloak.application());
    visitor.get("/consent");
    String before = visitor.cookie(COOKIE);
    visitor.logIn("rita");

    Visitor attacker = new Visitor(keycloak.application());
    attacker.setCookie(COOKIE, before);
    assertThat(visitor.cookie(COOKIE)).isNotEqualTo(before);
    assertThat(attacker.get("/test/who").header("location")).isEqualTo("/consent");
  }

  @Test
  void R17_after_the_logout_a_replayed_cookie_is_dead_and_so_is_the_realms_session() {
    Visitor emil = logIn("emil");
    String cookie = emil.cookie(COOKIE);
    emil.post("/logout", Map.of("_csrf", emil.get("/consent").hidden("_csrf")));
    emil.setCookie(COOKIE, cookie);

    assertThat(emil.get("/test/who").header("location")).isEqualTo("/consent");
    assertThat(user("emil").getUserSessions()).isEmpty();
  }

  @Test
  void R17_fifteen_idle_minutes_end_a_session_and_a_page_that_refreshes_itself_is_idle() {
    Visitor petra = logIn("petra");

    idle("petra", Duration.ofMinutes(14));
    assertThat(petra.get("/test/who?watch=1").status()).isEqualTo(200);
    idle("petra", Duration.ofMinutes(1));
    assertThat(petra.get("/test/who").header("location")).isEqualTo("/consent");
  }

  @Test
  void R17_ten_idle_minutes_end_the_session_of_an_administrator() {
    Visitor adam = logIn("adam");

    idle("adam", Duration.ofMinutes(9));
    assertThat(adam.get("/test/who").status()).isEqualTo(200);
    idle("adam", Duration.ofMinutes(10));
    assertThat(adam.get("/test/who").header("location")).isEqualTo("/consent");
  }

  @Test
  void R12_a_role_that_is_taken_away_is_gone_within_a_minute() {
    Visitor bob = logIn("bob");
    assertThat(bob.get("/test/who").text()).contains("/programs/harbor/technical-authority");
    UserResource user = user("bob");
    String group =
        user.groups().stream()
            .filter(one -> one.getPath().contains("harbor"))
            .findFirst()
            .orElseThrow()
            .getId();

    user.leaveGroup(group);
    try {
      assertThat(becomesTrue(() -> !bob.get("/test/who").text().contains("harbor"))).isTrue();
      assertThat(bob.get("/test/who").text()).contains("/programs/sentinel/technical-authority");
    } finally {
      user.joinGroup(group);
    }
  }

  @Test
  void R12_requests_that_come_at_once_learn_the_rights_once_and_all_are_answered() {
    Visitor rita = logIn("rita");
    learntLongAgo("rita");

    List<Integer> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> rita.get("/test/who").status()))
            .limit(8)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).hasSize(8).containsOnly(200);
  }

  @Test
  void R12_a_turn_to_learn_that_nobody_gave_back_ends_by_itself() {
    Visitor rita = logIn("rita");
    learntLongAgo("rita");
    jdbc.sql(
            "update session.login set learning_until = clock_timestamp() + interval '2 seconds'"
                + " where username = 'rita'")
        .update();

    assertThat(rita.get("/test/who").status()).isEqualTo(200);
  }

  @Test
  void R12_a_disabled_person_is_out_within_a_minute() {
    Visitor olga = logIn("olga");
    enable("olga", false);
    try {
      assertThat(becomesTrue(() -> olga.get("/test/who").isRedirect())).isTrue();
    } finally {
      enable("olga", true);
    }
  }

  @Test
  void R12_a_back_channel_logout_ends_the_session_at_once() {
    Visitor audrey = logIn("audrey");
    user("audrey").logout();

    assertThat(audrey.get("/test/who").header("location")).isEqualTo("/consent");
  }

  @Test
  void R12_a_forged_logout_token_ends_nothing() {
    Visitor xaver = logIn("xaver");
    Page answer =
        new Visitor(keycloak.application())
            .post(BackChannelLogout.PATH, Map.of("logout_token", "eyJhbGciOiJub25lIn0.e30."));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(xaver.get("/test/who").status()).isEqualTo(200);
  }

  private Visitor logIn(String username) {
    return Visitor.loggedIn(keycloak.application(), username);
  }

  private UserResource user(String username) {
    return keycloak.realm().users().get(DemoPeople.named(username).subject());
  }

  /** As if the person had gone away that much longer ago. */
  private void idle(String username, Duration time) {
    jdbc.sql(
            """
            update session.login
               set active_at = active_at - make_interval(secs => :seconds)
             where username = :username
            """)
        .param("seconds", time.toSeconds())
        .param("username", username)
        .update();
  }

  /** As if what is known of the person were an hour old. */
  private void learntLongAgo(String username) {
    jdbc.sql(
            "update session.login set learnt_at = learnt_at - interval '1 hour'"
                + " where username = :username")
        .param("username", username)
        .update();
  }

  private void enable(String username, boolean enabled) {
    var user = user(username).toRepresentation();
    user.setEnabled(enabled);
    user(username).update(user);
  }

  /** Asks until it is so, for a minute at most. */
  private static boolean becomesTrue(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < deadline) {
      if (condition.getAsBoolean()) return true;
    }
    return false;
  }
}
