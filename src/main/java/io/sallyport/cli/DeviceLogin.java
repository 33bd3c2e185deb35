package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.sallyport.custody.proof.Digest;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/**
 * Login without a browser of one's own (RFC 8628, with PKCE): the person opens an address on any
 * machine, types the code and allows it there; no password passes through here. Tokens are
 * refreshed by themselves.
 */
final class DeviceLogin {

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration EARLY = Duration.ofSeconds(10);

  private final URI base;
  private final Tokens tokens;
  private final Http http;
  private final Clock clock;

  DeviceLogin(URI base, Tokens tokens, Http http, Clock clock) {
    this.base = base;
    this.tokens = tokens;
    this.http = http;
    this.clock = clock;
  }

  /** An access token that is good now. */
  String token() {
    Tokens.Login login =
        tokens
            .of(base.toString())
            .orElseThrow(() -> Failed.trouble("Not logged in: ./sallyport login"));
    if (clock.instant().isBefore(login.expires().minus(EARLY))) {
      return login.access();
    }
    HttpResponse<String> answer =
        http.form(
            URI.create(login.tokenEndpoint()),
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                login.refresh(),
                "client_id",
                login.clientId()));
    if (answer.statusCode() != 200) throw ended(answer.statusCode());
    return keep(Json.read(answer.body()), login.tokenEndpoint(), login.clientId()).access();
  }

  /** Only the sign-in server's own no ends a login (RFC 6749, 5.2). */
  private static Failed ended(int status) {
    return status == 400 || status == 401
        ? Failed.trouble("The login has ended: ./sallyport login")
        : Failed.trouble("The sign-in server answers HTTP " + status + "; try again");
  }

  /** Asks the person to allow this device, and waits until that is done. */
  void login(PrintWriter out) {
    JsonNode place = Json.read(place().body());
    String endpoint = place.path("issuer").asText() + "/protocol/openid-connect";
    String client = place.path("clientId").asText();
    String verifier = random();
    JsonNode asked =
        answered(
            http.form(
                URI.create(endpoint + "/auth/device"),
                Map.of(
                    "client_id",
                    client,
                    "scope",
                    "openid",
                    "code_challenge",
                    challenge(verifier),
                    "code_challenge_method",
                    "S256")));
    tell(out, asked);
    Map<String, String> question =
        Map.of(
            "grant_type", GRANT,
            "device_code", asked.path("device_code").asText(),
            "client_id", client,
            "code_verifier", verifier);
    JsonNode granted = wait(URI.create(endpoint + "/token"), question, asked);
    keep(granted, endpoint + "/token", client);
    out.println("Logged in at " + base);
  }

  /**
   * The address without the code (RFC 8628, 3.3.1): whoever types what this terminal shows cannot
   * be led to allow somebody else's (5.4).
   */
  private static void tell(PrintWriter out, JsonNode asked) {
    out.println("Open " + asked.path("verification_uri").asText());
    out.println("and type the code " + asked.path("user_code").asText());
    out.println("Never type a code that somebody sent you: it would let them act as you.");
    out.flush();
  }

  private HttpResponse<String> place() {
    HttpResponse<String> place =
        http.send(
            http.request(base.resolve("/api/v1/client")).GET().build(), BodyHandlers.ofString());
    if (place.statusCode() != 200) {
      throw Failed.trouble(base + " does not say where to log in: HTTP " + place.statusCode());
    }
    return place;
  }

  private JsonNode wait(URI endpoint, Map<String, String> question, JsonNode asked) {
    Duration pause = Duration.ofSeconds(asked.path("interval").asLong(5));
    Instant until = clock.instant().plusSeconds(asked.path("expires_in").asLong(600));
    while (clock.instant().isBefore(until)) {
      pause(pause);
      HttpResponse<String> answer = http.form(endpoint, question);
      String error = Json.read(answer.body()).path("error").asText();
      switch (error) {
        case "" -> {
          return answered(answer);
        }
        case "authorization_pending" -> {}
        case "slow_down" -> pause = pause.plusSeconds(5);
        default -> throw new Failed(Failed.NO, "Login was refused: " + error, java.util.List.of());
      }
    }
    throw Failed.trouble("Nobody allowed the login in time");
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Failed.trouble("Stopped");
    }
  }

  private static JsonNode answered(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw Failed.trouble("The sign-in server says: " + answer.body());
    }
    return Json.read(answer.body());
  }

  private Tokens.Login keep(JsonNode granted, String endpoint, String client) {
    Tokens.Login login =
        new Tokens.Login(
            granted.path("access_token").asText(),
            granted.path("refresh_token").asText(),
            clock.instant().plusSeconds(granted.path("expires_in").asLong()),
            endpoint,
            client);
    tokens.keep(base.toString(), login);
    return login;
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    byte[] hash = Digest.of(verifier).bytes();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
