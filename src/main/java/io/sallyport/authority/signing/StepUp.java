package io.sallyport.authority.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.sallyport.authority.Settings;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.authority.realm.RealmTokens.Verified;
import io.sallyport.authority.realm.Unreachable;
import io.sallyport.authority.signing.Challenges.Challenge;
import io.sallyport.custody.proof.Digest;
import io.sallyport.custody.proof.FactorPeriod;
import io.sallyport.custody.proof.Nonce;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The person's own signature (S11, F04; design, trust 5): the sign-in server asks for the factor
 * again and answers with an ID token whose nonce binds our random challenge to the statement. It
 * never changes who is logged in: on the server's page another person may log in, so the subject
 * decides.
 */
@Component
public class StepUp {

  /** A client of its own: the realm gives it no token below the signing level. */
  public static final String CLIENT = "sallyport-signature";

  /** Where the sign-in server sends the browser back to. */
  public static final String CALL_BACK = "/login/oauth2/code/signature";

  /** Where a call-back is led that finds nobody logged in. */
  public static final String CALL_BACK_OF_NOBODY = CALL_BACK + "/lost";

  private static final int RANDOM_BYTES = 32;

  private final Settings settings;
  private final Realm realm;
  private final RealmClient client;
  private final RealmTokens tokens;
  private final Challenges challenges;
  private final RandomGenerator random;
  private final Clock clock;

  StepUp(
      Settings settings,
      Realm realm,
      RealmClient signatureClient,
      RealmTokens tokens,
      Challenges challenges,
      RandomGenerator random,
      Clock clock) {
    this.settings = settings;
    this.realm = realm;
    this.client = signatureClient;
    this.tokens = tokens;
    this.challenges = challenges;
    this.random = random;
    this.clock = clock;
  }

  /** Keeps a challenge and returns the address to which the browser is sent. */
  public URI begin(StepUpRequest request) {
    Challenge challenge =
        new Challenge(
            random(),
            sha256(request.sessionId()).hex(),
            request.subject(),
            request.taskId(),
            request.statementSha256(),
            random(),
            random(),
            clock.instant());
    challenges.open(challenge);
    return address(challenge);
  }

  /**
   * What the sign-in server's answer proves. Never inside another transaction: the challenge is
   * used up even when the answer is refused.
   *
   * @throws Refused {@code signature/…}: the answer is not this person's, now, for this statement
   * @throws Unreachable when the server cannot be asked; the challenge is used up then, too
   */
  @Transactional(propagation = Propagation.NEVER)
  public SignedChallenge complete(String state, String code, String sessionId, String subject) {
    Challenge challenge = challenges.use(state, sha256(sessionId).hex(), subject);
    Verified token = tokens.verify("signature", exchanged(code, challenge));
    List<Finding> findings = findings(token, challenge);
    if (!findings.isEmpty()) throw new Refused(findings);
    return new SignedChallenge(
        challenge.taskId(),
        challenge.statementSha256(),
        challenge.value(),
        token.token(),
        token.jwk(),
        token.second("auth_time"));
  }

  /**
   * Whose confirmation came back to a session that is over: when another person logs in on the
   * sign-in server's page, the server ends the session of the one who was asked. It signs nothing.
   * Empty for a browser that never held the session which asked.
   *
   * @throws Unreachable when the server cannot be asked; the challenge is used up then, too
   */
  @Transactional(propagation = Propagation.NEVER)
  public Optional<LostConfirmation> lost(String state, String code, String sessionId) {
    String session = sha256(sessionId).hex();
    return challenges.of(state, session).map(challenge -> lost(challenge, code));
  }

  private LostConfirmation lost(Challenge challenge, String code) {
    try {
      challenges.use(challenge.state(), challenge.sessionSha256(), challenge.subject());
      Verified token = tokens.verify("signature", exchanged(code, challenge));
      return new LostConfirmation(
          challenge.subject(), challenge.taskId(), token.text("sub"), token.text("name"));
    } catch (Refused nobodyConfirmed) {
      return new LostConfirmation(challenge.subject(), challenge.taskId(), "", "");
    }
  }

  /** The task that a call-back is about, so that a reload finds what was recorded. */
  public Optional<String> taskOf(String state, String subject) {
    return challenges.taskOf(state, subject);
  }

  /**
   * No {@code max_age}, no {@code prompt}, no {@code login_hint}: any of them changes what the
   * server asks for.
   */
  private URI address(Challenge challenge) {
    return UriComponentsBuilder.fromUri(realm.authorization())
        .queryParam("response_type", "code")
        .queryParam("client_id", CLIENT)
        .queryParam("scope", "openid")
        .queryParam("redirect_uri", "{redirect}")
        .queryParam("state", challenge.state())
        .queryParam("nonce", Nonce.of(challenge.value(), challenge.statementSha256()))
        .queryParam("code_challenge", base64(sha256(challenge.codeVerifier()).bytes()))
        .queryParam("code_challenge_method", "S256")
        .queryParam("claims", "{claims}")
        .encode()
        .build(
            Map.of(
                "redirect",
                realm.page(CALL_BACK).toString(),
                "claims",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\""
                    + settings.requiredAcr()
                    + "\"]}}}"));
  }

  private String exchanged(String code, Challenge challenge) {
    RealmClient.Answer answer =
        client.post(
            realm.token(),
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                realm.page(CALL_BACK).toString(),
                "code_verifier",
                challenge.codeVerifier()));
    if (!answer.isOk()) {
      throw new Refused(
          "signature/code-is-good", "code", answer.text("error"), "one that the realm exchanges");
    }
    return answer.text("id_token");
  }

  private List<Finding> findings(Verified token, Challenge challenge) {
    List<Finding> findings = new ArrayList<>();
    expected(challenge).forEach(expected -> expected.differs(token).ifPresent(findings::add));
    new FactorPeriod(challenge.createdAt(), clock.instant())
        .wrong("signature", "auth_time", token.second("auth_time"))
        .ifPresent(findings::add);
    return findings;
  }

  private List<Expected> expected(Challenge challenge) {
    String nonce = Nonce.of(challenge.value(), challenge.statementSha256());
    return List.of(
        new Expected("audience-is-the-signature-client", "aud", "[" + CLIENT + "]"),
        new Expected("party-is-the-signature-client", "azp", CLIENT),
        new Expected("signer-is-the-person-of-the-session", "sub", challenge.subject()),
        new Expected("level-is-the-required-one", "acr", settings.requiredAcr()),
        new Expected("nonce-is-of-this-challenge", "nonce", nonce));
  }

  /** A claim of the token that can have one value only. */
  private record Expected(String rule, String claim, String value) {

    Optional<Finding> differs(Verified token) {
      String found = token.text(claim);
      return found.equals(value)
          ? Optional.empty()
          : Optional.of(new Finding("signature/" + rule, claim, found, value));
    }
  }

  private String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Digest sha256(String text) {
    return Digest.of(text.getBytes(US_ASCII));
  }
}
