package io.sallyport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** A login that came to nothing: back to its beginning, with the reason in the log alone. */
class LoginRefused implements AuthenticationFailureHandler {

  private static final Logger log = LoggerFactory.getLogger(LoginRefused.class);

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    log.warn("A login was refused: {}", refused.getMessage());
    response.sendRedirect("/consent?refused");
  }
}
