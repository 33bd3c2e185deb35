package io.sallyport.web;

import com.nimbusds.jwt.JWTClaimsSet;
import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.authority.realm.RealmTokens.Verified;
import io.sallyport.authority.realm.Unreachable;
import io.sallyport.rules.Refused;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The sign-in server as client {@code sallyport-web} sees it, after the login itself. */
@Component
class SignInServer {

  static final String CLIENT = "sallyport-web";

  private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private static final Logger log = LoggerFactory.getLogger(SignInServer.class);

  private final Realm realm;
  private final RealmTokens tokens;
  private final RealmClient client;

  SignInServer(Realm realm, RealmTokens tokens, Settings settings) {
    this.realm = realm;
    this.tokens = tokens;
    this.client = new RealmClient(CLIENT, settings.clientSecret());
  }

  /**
   * What the person may do now, for a refresh token that is used up by asking; empty when the
   * session, the person or the token is good no more.
   */
  Optional<Rights> refresh(Login login) {
    RealmClient.Answer answer =
        client.post(
            realm.token(),
            Map.of("grant_type", "refresh_token", "refresh_token", login.refreshToken()));
    if (!answer.isOk()) {
      log.info("Session of {} ends: {}", login.subject(), answer.text("error_description"));
      return Optional.empty();
    }
    return rights(login, answer);
  }

  private Optional<Rights> rights(Login login, RealmClient.Answer answer) {
    Verified id;
    try {
      id = tokens.verify("token", answer.text("id_token"));
    } catch (Refused e) {
      log.warn("Session of {} ends: {}", login.subject(), e.getMessage());
      return Optional.empty();
    }
    boolean ofThisPerson =
        id.text("sub").equals(login.subject()) && id.text("aud").equals("[" + CLIENT + "]");
    return ofThisPerson
        ? Optional.of(new Rights(groups(id.claims()), answer.text("refresh_token")))
        : Optional.empty();
  }

  /** Ends the sign-in server's session, too. Ours has ended whether it answers or not. */
  void end(Login login) {
    try {
      client.post(realm.logout(), Map.of("refresh_token", login.refreshToken()));
    } catch (Unreachable e) {
      log.warn("The sign-in server was not told that {} left: {}", login.subject(), e.getMessage());
    }
  }

  /** The sid that a logout token ends. OpenID Connect Back-Channel Logout 1.0 §2.6. */
  String endedSid(String logoutToken) {
    Verified token = tokens.verify("token", logoutToken);
    boolean isLogout =
        token.type().equalsIgnoreCase("logout+jwt")
            && token.text("aud").equals("[" + CLIENT + "]")
            && token.text("nonce").isEmpty()
            && token.claims().getClaim("events") instanceof Map<?, ?> events
            && events.containsKey(LOGOUT_EVENT);
    if (!isLogout || token.text("sid").isEmpty()) {
      throw new Refused("token/is-a-logout-token", "typ", token.type(), "a logout of our session");
    }
    return token.text("sid");
  }

  static List<String> groups(JWTClaimsSet claims) {
    try {
      List<String> groups = claims.getStringListClaim("groups");
      return groups == null ? List.of() : groups;
    } catch (ParseException e) {
      return List.of();
    }
  }

  /** What a refresh tells. */
  record Rights(List<String> groups, String refreshToken) {}
}
