package io.sallyport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Hands the refresh token from Spring's login to our own row: it is rotated under that row's lock,
 * which Spring's stores do not have.
 */
@NullUnmarked // Spring's interface answers null for "none"
class RefreshTokenOfLogin implements OAuth2AuthorizedClientRepository {

  private static final String ATTRIBUTE = RefreshTokenOfLogin.class.getName();

  /** The refresh token that came with the login of this request. */
  static String of(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(ATTRIBUTE));
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // the interface is so
  public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
      String registration, Authentication person, HttpServletRequest request) {
    return null;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (client.getRefreshToken() == null) {
      throw new IllegalStateException("The realm gave no refresh token to sallyport-web");
    }
    request.setAttribute(ATTRIBUTE, client.getRefreshToken().getTokenValue());
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication person,
      HttpServletRequest request,
      HttpServletResponse response) {
    request.removeAttribute(ATTRIBUTE);
  }
}
