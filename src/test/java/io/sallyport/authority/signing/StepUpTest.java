package io.sallyport.authority.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.sallyport.authority.ForgingRealm;
import io.sallyport.authority.Settings;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.custody.proof.Nonce;
import io.sallyport.local.postgres.LocalPostgres;
import io.sallyport.rules.Refused;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.util.UriComponentsBuilder;

/** S11, F04, design trust 5: each way in which an answer can be wrong is refused by name. */
class StepUpTest {

  private static final LocalPostgres.Database DATABASE = LocalPostgres.shared().migratedDatabase();
  private static final String STATEMENT = "ab".repeat(32);

  private final Clock clock = Clock.systemUTC();
  private ForgingRealm forging;
  private StepUp stepUp;
  private URI start;

  @BeforeEach
  void begin() throws Exception {
    forging = new ForgingRealm();
    var settings = DATABASE.settings();
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                DATABASE.url(),
                (String) settings.get("spring.datasource.username"),
                (String) settings.get("spring.datasource.password")));
    Realm realm = forging.realm();
    stepUp =
        new StepUp(
            new Settings(
                realm.issuer(),
                null,
                realm.application(),
                "secret",
                "secret",
                Duration.ofSeconds(60),
                "il5-sign"),
            realm,
            new RealmClient(StepUp.CLIENT, "secret"),
            new RealmTokens(realm, clock),
            new Challenges(jdbc, clock),
            new SecureRandom(),
            clock);
    start = stepUp.begin(new StepUpRequest("session", "alice", "task-7", STATEMENT));
  }

  @AfterEach
  void close() {
    forging.close();
  }

  @Test
  void S11_the_address_asks_for_the_signing_level_and_for_nothing_that_changes_it() {
    assertThat(start.getQuery())
        .contains("client_id=sallyport-signature")
        .contains("claims={\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"il5-sign\"]}}}")
        .contains("code_challenge_method=S256")
        .doesNotContain("max_age", "prompt", "login_hint");
  }

  @Test
  void S11_a_right_answer_is_taken_once() {
    forging.answerWith(forging.signed(right().build()));

    assertThat(complete().taskId()).isEqualTo("task-7");
    refused("signature/challenge-is-used-once: challenge is used before; the limit is once");
  }

  @Test
  void S11_another_persons_answer_is_refused() {
    forging.answerWith(forging.signed(right().subject("bob").build()));
    refused("signature/signer-is-the-person-of-the-session: sub is bob; the limit is alice");
  }

  @Test
  void S11_a_factor_given_before_the_question_is_refused() {
    Instant before = Instant.ofEpochSecond(1);
    forging.answerWith(forging.signed(right().claim("auth_time", before.getEpochSecond()).build()));
    refused("signature/factor-is-given-for-it: auth_time is 1970-01-01T00:00:01Z");
  }

  @Test
  void S12_a_factor_given_later_than_two_clocks_may_differ_is_refused_before_it_is_recorded() {
    forging.answerWith(forging.signed(givenAfter(60)));
    refused("signature/factor-is-given-for-it: auth_time is ");
  }

  @Test
  void S12_a_factor_by_a_clock_that_is_a_little_ahead_is_taken() {
    forging.answerWith(forging.signed(givenAfter(3)));
    assertThat(complete().authTime()).isAfter(clock.instant());
  }

  @Test
  void S11_a_nonce_of_another_statement_is_refused() {
    String other = Nonce.of("challenge", "cd".repeat(32));
    forging.answerWith(forging.signed(right().claim("nonce", other).build()));
    refused("signature/nonce-is-of-this-challenge: nonce is " + other);
  }

  @Test
  void S11_a_lower_level_is_refused() {
    forging.answerWith(forging.signed(right().claim("acr", "il5-login").build()));
    refused("signature/level-is-the-required-one: acr is il5-login; the limit is il5-sign");
  }

  @Test
  void S11_a_token_for_another_client_is_refused() {
    forging.answerWith(
        forging.signed(right().audience("sallyport-web").claim("azp", "sallyport-web").build()));
    refused(
        "signature/audience-is-the-signature-client: aud is [sallyport-web]; the limit is"
            + " [sallyport-signature]; signature/party-is-the-signature-client: azp is"
            + " sallyport-web; the limit is sallyport-signature");
  }

  @Test
  void R18_a_token_of_another_issuer_is_refused() {
    forging.answerWith(forging.signed(right().issuer("http://evil").build()));
    refused("signature/issuer-is-the-realm: iss is http://evil");
  }

  @Test
  void R18_a_token_that_has_expired_is_refused() {
    forging.answerWith(forging.signed(right().expirationTime(Date.from(Instant.EPOCH)).build()));
    refused("signature/is-still-good: exp is");
  }

  @Test
  void R18_a_token_signed_by_an_unknown_key_is_refused() throws Exception {
    var foreign = ForgingRealm.newKey("foreign");
    forging.answerWith(ForgingRealm.signed(right().build(), foreign));
    refused("signature/realm-signed-it: signature is by an unknown key");
  }

  @Test
  void R18_a_token_that_names_a_key_of_another_kind_is_refused() throws Exception {
    var foreign = ForgingRealm.newKey("rsa");
    forging.answerWith(ForgingRealm.signed(right().build(), foreign));
    refused("signature/realm-signed-it: signature is by a key of another kind");
  }

  @Test
  void R18_a_token_signed_by_another_key_of_the_same_name_is_refused() throws Exception {
    var imitated = ForgingRealm.newKey("realm");
    forging.answerWith(ForgingRealm.signed(right().build(), imitated));
    refused("signature/realm-signed-it: signature is not valid");
  }

  @Test
  void R18_a_token_without_a_signature_is_refused() {
    forging.answerWith(new PlainJWT(right().build()).serialize());
    refused("signature/realm-signed-it: signature is not readable");
  }

  @Test
  void S11_a_challenge_of_another_session_or_person_is_refused_and_stays_open() {
    forging.answerWith(forging.signed(right().build()));

    assertThatThrownBy(() -> stepUp.complete(query("state"), "code", "another", "alice"))
        .hasMessageStartingWith("signature/challenge-is-of-this-session");
    assertThatThrownBy(() -> stepUp.complete(query("state"), "code", "session", "bob"))
        .hasMessageStartingWith("signature/challenge-is-of-this-person");
    assertThatThrownBy(() -> stepUp.complete("unknown", "code", "session", "alice"))
        .hasMessageStartingWith("signature/challenge-is-known");
    assertThat(complete().statementSha256()).isEqualTo(STATEMENT);
  }

  @Test
  void S11_an_answer_to_a_session_that_is_over_names_who_was_asked_and_who_confirmed() {
    JWTClaimsSet others = right().subject("bob").claim("name", "Bob Bell").build();
    forging.answerWith(forging.signed(others));

    assertThat(stepUp.lost(query("state"), "code", "another")).isEmpty();
    assertThat(stepUp.lost("unknown", "code", "session")).isEmpty();
    LostConfirmation lost = stepUp.lost(query("state"), "code", "session").orElseThrow();
    assertThat(lost).isEqualTo(new LostConfirmation("alice", "task-7", "bob", "Bob Bell"));
    assertThat(lost.isAnothers()).isTrue();
    refused("signature/challenge-is-used-once");
    assertThat(stepUp.lost(query("state"), "code", "session").orElseThrow().confirmed()).isEmpty();
  }

  private SignedChallenge complete() {
    return stepUp.complete(query("state"), "code", "session", "alice");
  }

  private void refused(String message) {
    assertThatThrownBy(this::complete).isInstanceOf(Refused.class).hasMessageStartingWith(message);
  }

  private JWTClaimsSet givenAfter(long seconds) {
    long given = clock.instant().plusSeconds(seconds).getEpochSecond();
    return right().claim("auth_time", given).build();
  }

  private JWTClaimsSet.Builder right() {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(forging.realm().issuer().toString())
        .audience(StepUp.CLIENT)
        .subject("alice")
        .claim("azp", StepUp.CLIENT)
        .claim("acr", "il5-sign")
        .claim("nonce", query("nonce"))
        .claim("auth_time", now.getEpochSecond())
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  private String query(String name) {
    return UriComponentsBuilder.fromUri(start).build().getQueryParams().getFirst(name);
  }
}
