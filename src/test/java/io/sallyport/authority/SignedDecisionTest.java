package io.sallyport.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import io.sallyport.authority.signing.SignedChallenge;
import io.sallyport.custody.RecordedFact;
import io.sallyport.custody.proof.Bytes;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.custody.proof.Nonce;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.Visitor.Page;
import io.sallyport.rules.Refused;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A decision of Gate 3 over the wire, with the real sign-in server: what is refused on the way, and
 * what the signature covers in the end. One story, told in order.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignedDecisionTest {

  private static final String GROUNDS = "The bound is above the limit. " + AtGateThree.SCRIPT;

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final RealmPeople people = new RealmPeople(boundary.keycloak());
  private final AtGateThree version = new AtGateThree("signed-cover");
  private final Decider alice = new Decider("alice");
  private final Decider bob = new Decider("bob");
  private String seen = "";

  @Test
  @Order(1)
  void R14_F04_a_decision_without_the_token_of_its_form_is_not_even_stated() {
    String task = version.taskOf("alice").id();
    Map<String, String> decision =
        Map.of(
            "outcome",
            "authorize",
            "grounds",
            GROUNDS,
            "packet",
            alice.open(task).hidden("packet"));

    assertThat(alice.visitor().post("/tasks/" + task, decision).status()).isEqualTo(403);
    assertThat(alice.visitor().get("/tasks/" + task + "/sign").location().getPath())
        .isEqualTo("/tasks/" + task);
  }

  @Test
  @Order(3)
  void R11_a_role_taken_away_between_page_and_signature_is_gone() {
    String task = version.taskOf("bob").id();
    assertThat(bob.state(bob.open(task), "authorize", GROUNDS).isRedirect()).isTrue();
    URI ask = bob.beginToSign(task);

    people.leave("bob", "/programs/sentinel/technical-authority");
    try {
      Page answer = bob.visitor().get(bob.confirm(ask).toString());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.text()).contains("authorization/the-decider-is-named");
    } finally {
      people.join("bob", "/programs/sentinel/technical-authority");
    }
    requireNothingSigned(task);
  }

  @Test
  @Order(4)
  void R12_a_person_disabled_between_statement_and_signature_signs_nothing() {
    String task = version.taskOf("bob").id();
    Person asHeWas = version.person("bob");
    SignedChallenge proof = stated(task, asHeWas, Duration.ZERO);

    people.enable("bob", false);
    try {
      assertThatThrownBy(() -> decisions().sign(proof, asHeWas))
          .isInstanceOf(Forbidden.class)
          .hasMessageContaining("authorization/the-person-is-known");
    } finally {
      people.enable("bob", true);
    }
    requireNothingSigned(task);
  }

  @Test
  @Order(4)
  void R12_rights_that_are_too_old_when_the_version_is_free_at_last_decide_nothing()
      throws InterruptedException {
    String task = version.taskOf("bob").id();
    Person bobNow = version.person("bob");
    SignedChallenge proof = stated(task, bobNow, Duration.ZERO);

    version.holdUntil("somebody waits for two seconds", SignedDecisionTest::waitsForTwoSeconds);
    assertThatThrownBy(() -> version.decisionsWithin(Duration.ofSeconds(1)).sign(proof, bobNow))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("conflict/the-rights-are-of-this-moment");
    requireNothingSigned(task);
  }

  @Test
  @Order(4)
  void S12_a_factor_that_a_verifier_would_find_too_early_or_too_late_decides_nothing() {
    String task = version.taskOf("bob").id();
    Person bobNow = version.person("bob");

    for (int seconds : new int[] {-2, 60}) {
      SignedChallenge proof = stated(task, bobNow, Duration.ofSeconds(seconds));
      assertThatThrownBy(() -> decisions().sign(proof, bobNow))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("signature/factor-is-given-for-it");
    }
    requireNothingSigned(task);
  }

  @Test
  @Order(5)
  void F03_what_changed_while_it_was_read_is_shown_and_nothing_is_stated() {
    String task = version.taskOf("alice").id();
    Page opened = alice.open(task);
    RecordedFact added = version.somethingHappens("note-added");

    Page answer = alice.state(opened, "authorize", GROUNDS);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text())
        .contains("The evidence changed while you read it")
        .contains(added.ordinal() + " note-added")
        .contains(added.sha256().hex());
    assertThatThrownBy(() -> decisions().pending(task, version.person("alice")))
        .hasMessageContaining("decision/it-was-stated");
  }

  @Test
  @Order(6)
  void F03_what_changed_before_the_signature_came_back_is_not_signed() {
    String task = version.taskOf("alice").id();
    assertThat(alice.state(alice.open(task), "authorize", GROUNDS).isRedirect()).isTrue();
    URI back = alice.confirm(alice.beginToSign(task));
    RecordedFact added = version.somethingHappens("note-added");

    Page answer = alice.visitor().get(back.toString());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text())
        .contains("The evidence changed: nothing was signed")
        .contains(added.ordinal() + " note-added");
    requireNothingSigned(task);
  }

  @Test
  @Order(7)
  void F04_a_factor_given_for_one_statement_does_not_sign_another() {
    String task = version.taskOf("alice").id();
    alice.state(alice.open(task), "deny", "It must not answer, I thought at first.");
    URI askedForDenial = alice.beginToSign(task);
    alice.state(alice.open(task), "authorize", GROUNDS);

    Page answer = alice.visitor().get(alice.confirm(askedForDenial).toString());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("decision/what-was-signed-was-stated");
    requireNothingSigned(task);
  }

  @Test
  @Order(8)
  void F04_another_person_cannot_bring_the_answer_home() {
    String task = version.taskOf("alice").id();
    alice.state(alice.open(task), "authorize", GROUNDS);
    URI back = alice.confirm(alice.beginToSign(task));

    Page answer = bob.visitor().get(back.toString());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("signature/challenge-is-of-this-session");
    requireNothingSigned(task);
  }

  @Test
  @Order(9)
  void C04_F04_a_person_decides_signs_and_has_a_receipt_also_after_a_reload() {
    String task = version.taskOf("alice").id();
    Page opened = alice.open(task);
    seen = opened.hidden("packet");
    alice.state(opened, "authorize", GROUNDS);
    String back = alice.confirm(alice.beginToSign(task)).toString();

    Page receipt = alice.visitor().follow(alice.visitor().get(back));
    Page again = alice.visitor().follow(alice.visitor().get(back));

    assertThat(receipt.text())
        .contains("You signed: authorize, signed-cover version 1")
        .contains("&lt;script&gt;", signature().sha256().hex())
        .doesNotContain("<script");
    assertThat(again.text()).contains(signature().sha256().hex());
    assertThat(version.kinds().stream().filter("decision-signed"::equals)).hasSize(1);
  }

  @Test
  @Order(10)
  void F03_the_envelope_carries_the_packet_that_was_shown_and_it_can_be_shown_again() {
    JsonNode signed = version.statement(signature());

    assertThat(signature().payload().path("packetSha256").asText()).isEqualTo(seen);
    assertThat(signed.at("/predicate/evidence/0/name").asText()).isEqualTo("decision packet");
    assertThat(signed.at("/predicate/evidence/0/sha256").asText()).isEqualTo(seen);
    Bytes shown = decisions().packet(seen).orElseThrow();
    assertThat(shown.digest().hex()).isEqualTo(seen);
    assertThat(CanonicalJson.read(shown.toArray()).at("/content/submission/reason").asText())
        .contains(AtGateThree.SCRIPT);
  }

  @Test
  @Order(11)
  void F04_the_realms_token_is_bound_to_the_statement_by_its_nonce() throws ParseException {
    JsonNode predicate = version.statement(signature()).path("predicate");
    Bytes stated = Bytes.base64(predicate.path("signedStatement").asText());
    String challenge = predicate.at("/authentication/challenge").asText();
    var token = SignedJWT.parse(predicate.at("/authentication/idToken").asText()).getJWTClaimsSet();

    assertThat(token.getStringClaim("nonce")).isEqualTo(Nonce.of(challenge, stated.digest().hex()));
    assertThat(token.getSubject()).isEqualTo(DemoPeople.named("alice").subject());
    assertThat(token.getStringClaim("acr")).isEqualTo("il5-sign");
    assertThat(CanonicalJson.read(stated.toArray()).at("/predicate/grounds").asText())
        .isEqualTo(GROUNDS);
  }

  @Test
  @Order(12)
  void F27_each_step_is_a_statement_about_the_model_in_a_signed_envelope() {
    version.reached("deployment-checked");
    Map<String, String> steps =
        Map.of(
            "model-trained", "https://slsa.dev/provenance/v1",
            "gate-1-passed", "https://in-toto.io/attestation/test-result/v0.1",
            "gate-2-passed", "https://in-toto.io/attestation/test-result/v0.1",
            "decision-signed", "approval",
            "gate-3-passed", "approval",
            "deployment-checked", "https://slsa.dev/verification_summary/v1");
    String model = signature().payload().path("modelDigest").asText();

    steps.forEach(
        (kind, predicate) -> {
          JsonNode step = version.statement(version.newest(kind));
          assertThat(step.path("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
          assertThat(step.path("predicateType").asText()).as(kind).contains(predicate);
          assertThat(step.at("/subject/0/digest/sha256").asText()).as(kind).isEqualTo(model);
        });
  }

  private static Optional<Integer> waitsForTwoSeconds() {
    return LocalBoundary.shared()
        .bean(JdbcClient.class)
        .sql(
            "select pid from pg_stat_activity where wait_event_type = 'Lock'"
                + " and clock_timestamp() - query_start > interval '2 seconds' limit 1")
        .query(Integer.class)
        .optional();
  }

  private RecordedFact signature() {
    return version.newest("decision-signed");
  }

  private void requireNothingSigned(String task) {
    assertThat(boundary.bean(Inbox.class).open(task)).isPresent();
    assertThat(version.kinds()).doesNotContain("decision-signed");
  }

  /** An answer of the sign-in server as the door is given it, made so long after the statement. */
  private SignedChallenge stated(String task, Person person, Duration after) {
    Decision authorize = new Decision("authorize", GROUNDS, Map.of());
    String shown = decisions().open(task, person).packetSha256();
    PendingDecision pending = decisions().state(task, person, authorize, shown);
    Instant given = pending.statedAt().plus(after);
    return new SignedChallenge(task, pending.statementSha256(), "c", "t", "{\"kid\":\"k\"}", given);
  }

  private Decisions decisions() {
    return boundary.bean(Decisions.class);
  }
}
