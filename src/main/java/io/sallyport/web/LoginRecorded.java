package io.sallyport.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Writes a login down once the session has its new id, then goes where the person wanted to. */
class LoginRecorded extends SavedRequestAwareAuthenticationSuccessHandler {

  private final Logins logins;
  private final Clock clock;

  LoginRecorded(Logins logins, Clock clock) {
    this.logins = logins;
    this.clock = clock;
    setDefaultTargetUrl("/inbox");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("Only the realm's people log in here");
    }
    HttpSession session = request.getSession();
    Login login = login(user, session.getId(), RefreshTokenOfLogin.of(request));
    logins.add(login);
    session.setAttribute(SessionFilter.LOGIN, login.id());
    super.onAuthenticationSuccess(request, response, authentication);
  }

  private Login login(OidcUser user, String session, String refreshToken) {
    Instant now = clock.instant();
    String username = claim(user, "preferred_username");
    return new Login(
        UUID.randomUUID(),
        session,
        claim(user, "sid"),
        user.getSubject(),
        username,
        Optional.ofNullable(user.getClaimAsString("name")).orElse(username),
        Optional.ofNullable(user.getClaimAsStringList("groups")).orElse(List.of()),
        Optional.ofNullable(user.getAuthenticatedAt()).orElse(now),
        now,
        now,
        refreshToken);
  }

  private static String claim(OidcUser user, String name) {
    String value = user.getClaimAsString(name);
    if (value == null) throw new IllegalStateException("The realm's ID token has no " + name);
    return value;
  }
}
