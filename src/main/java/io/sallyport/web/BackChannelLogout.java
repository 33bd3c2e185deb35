package io.sallyport.web;

import io.sallyport.authority.Permitted;
import io.sallyport.rules.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in server says that a session of its own has ended: ours ends on every node (R12). */
@RestController
class BackChannelLogout {

  static final String PATH = "/logout/connect/back-channel/keycloak";

  private final SignInServer server;
  private final Logins logins;

  BackChannelLogout(SignInServer server, Logins logins) {
    this.server = server;
    this.logins = logins;
  }

  /** Answers 400 to whatever is no logout token of the realm. */
  @Permitted(everyone = true)
  @PostMapping(PATH)
  ResponseEntity<Void> end(@RequestParam("logout_token") String logoutToken) {
    try {
      logins.endSid(server.endedSid(logoutToken));
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    } catch (Refused noLogoutToken) {
      return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).build();
    }
  }
}
